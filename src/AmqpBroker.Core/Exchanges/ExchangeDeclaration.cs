using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>What an exchange is declared with (exchange.declare), fit for comparing and storing.</summary>
public sealed record ExchangeDeclaration
{
    /// <summary>The argument that names the exchange for messages this one cannot route.</summary>
    public const string AlternateExchangeArgument = "alternate-exchange";

    /// <summary>The name, at most 255 octets of UTF-8.</summary>
    public required string Name { get; init; }

    /// <summary>The way of routing.</summary>
    public required ExchangeType Type { get; init; }

    /// <summary>Survives a restart.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Goes when its last binding as source goes; one that was never bound stays.</summary>
    public bool IsAutoDelete { get; init; }

    /// <summary>Takes messages from other exchanges only.</summary>
    public bool IsInternal { get; init; }

    /// <summary>
    /// What tells what it keeps, delayed messages or ids of messages, from all queues' messages for what is stored; 0 when it keeps nothing,
    /// or nothing over a restart.
    /// </summary>
    public long ContentsId { get; init; }

    /// <summary>The arguments as declared.</summary>
    public FieldTable Arguments { get; init; } = FieldTable.Empty;

    /// <summary>Where messages go that find no queue here; null for nowhere.</summary>
    public string? AlternateExchange =>
        Arguments.TryGet(AlternateExchangeArgument, out var value) && value.TryGetString(out var name) ? name : null;
}
