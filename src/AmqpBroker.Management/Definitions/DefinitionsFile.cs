using System.Text;
using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Management.Definitions;

/// <summary>Takes in a file of definitions: as a whole, or not at all.</summary>
internal static class DefinitionsFile
{
    /// <summary>Imports.</summary>
    /// <param name="broker">Where to.</param>
    /// <param name="text">The file, UTF-8.</param>
    /// <param name="only">The virtual host that everything in it is for; null when each thing says it.</param>
    /// <returns>How many bindings were left out, since one of their ends is not there.</returns>
    /// <exception cref="DefinitionsRefusedException">Something is wrong; nothing has changed.</exception>
    public static Task<int> ImportAsync(Broker broker, ReadOnlyMemory<byte> text, VirtualHost? only) =>
        UseAsync(broker, text, only, (plan, check) => new DefinitionsImporter(broker, plan, check).RunAsync());

    /// <summary>Says what <see cref="ImportAsync"/> would do; nothing changes.</summary>
    /// <exception cref="DefinitionsRefusedException">Something is wrong.</exception>
    public static Task<DefinitionsPreview> PreviewAsync(Broker broker, ReadOnlyMemory<byte> text, VirtualHost? only) =>
        UseAsync(broker, text, only, (plan, check) => Task.FromResult(new DefinitionsPreview(broker, plan, check)));

    private static async Task<T> UseAsync<T>(
        Broker broker, ReadOnlyMemory<byte> text, VirtualHost? only, Func<DefinitionsPlan, DefinitionsCheck, Task<T>> use)
    {
        text = text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        using var document = Parse(text);
        try
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new DefinitionsRefusedException(DefinitionsRefusedException.NotJson);
            }

            var plan = new DefinitionsReader(root, only?.Name, new UsersReader(broker.Users.Hash)).Read();
            var check = new DefinitionsCheck(broker, plan);
            check.Run();
            return await use(plan, check);
        }
        catch (DefinitionsException flaw)
        {
            throw new DefinitionsRefusedException($"{flaw.Path}, line {JsonLines.Find(text.Span, flaw.Path)}: {flaw.Message}");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new DefinitionsRefusedException($"{DefinitionsRefusedException.NotJson}, line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        }
    }
}
