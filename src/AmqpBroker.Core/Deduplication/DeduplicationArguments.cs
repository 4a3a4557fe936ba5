using System.Globalization;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Deduplication;

/// <summary>What a deduplicating exchange is declared with.</summary>
internal static class DeduplicationArguments
{
    /// <summary>The exchange type, and the argument by which a queue becomes deduplicating.</summary>
    public const string Name = "x-message-deduplication";

    private const string CacheSize = "x-cache-size";
    private const string CacheTtl = "x-cache-ttl";
    private const string CachePersistence = "x-cache-persistence";

    /// <summary>Judges the arguments of an exchange about to be made.</summary>
    /// <exception cref="Protocol.ChannelException">406 naming the argument.</exception>
    public static void Validate(ExchangeDeclaration declaration)
    {
        if (!IsDeduplicating(declaration))
        {
            return;
        }

        if (Read(declaration.Arguments, CacheSize) is not > 0)
        {
            throw ExchangeErrors.InvalidCacheSize(CacheSize);
        }

        if (declaration.Arguments.TryGet(CacheTtl, out _) && Read(declaration.Arguments, CacheTtl) is not > 0)
        {
            throw ExchangeErrors.InvalidCacheTtl(CacheTtl);
        }

        if (declaration.Arguments.TryGet(CachePersistence, out var persistence)
            && !(persistence.TryGetString(out var where) && where is "disk" or "memory"))
        {
            throw ExchangeErrors.InvalidCachePersistence(CachePersistence);
        }
    }

    /// <summary>Whether an exchange is of the deduplicating type.</summary>
    public static bool IsDeduplicating(ExchangeDeclaration declaration) => declaration.Type.Name == Name;

    /// <summary>Whether its ids survive a restart: those of a durable exchange do, unless they are to be kept in memory.</summary>
    public static bool KeepsIds(ExchangeDeclaration declaration) => IsDeduplicating(declaration)
        && declaration.IsDurable
        && !(declaration.Arguments.TryGet(CachePersistence, out var persistence) && persistence.TryGetString(out var where) && where == "memory");

    /// <summary>Makes the cache of a deduplicating exchange whose arguments are valid.</summary>
    /// <param name="declaration">The exchange.</param>
    /// <param name="journal">Keeps the ids over a restart; null for an exchange whose ids need not.</param>
    public static DeduplicationCache CreateCache(ExchangeDeclaration declaration, IdJournal? journal = null) =>
        new((int)Math.Min(Read(declaration.Arguments, CacheSize) ?? 1, int.MaxValue - 1), Read(declaration.Arguments, CacheTtl), journal);

    // A number, or one written as a string.
    private static long? Read(FieldTable arguments, string name)
    {
        if (!arguments.TryGet(name, out var value))
        {
            return null;
        }

        if (value.TryGetInteger(out var number))
        {
            return number;
        }

        return value.TryGetString(out var text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;
    }
}
