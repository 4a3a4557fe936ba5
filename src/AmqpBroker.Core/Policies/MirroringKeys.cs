using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>The settings by which RabbitMQ up to 3.13 mirrors classic queues. Checked, reported and without effect, so that definitions can be taken over.</summary>
internal static class MirroringKeys
{
    private const string Mode = "ha-mode";
    private const string Parameters = "ha-params";
    private const string SyncMode = "ha-sync-mode";
    private const string SyncBatchSize = "ha-sync-batch-size";
    private const string OnShutdown = "ha-promote-on-shutdown";
    private const string OnFailure = "ha-promote-on-failure";

    public static bool IsKnown(string name) => name is Mode or Parameters or SyncMode or SyncBatchSize or OnShutdown or OnFailure;

    /// <summary>Says what is wrong with a definition's settings of mirroring; null when nothing is, or there are none.</summary>
    public static string? Validate(FieldTable definition)
    {
        if (!definition.TryGet(Mode, out var mode))
        {
            return definition.Any(static entry => IsKnown(entry.Name))
                ? "ha-mode must be specified to specify ha-params, ha-sync-mode or ha-promote-on-shutdown"
                : null;
        }

        return ValidateMode(mode, definition.TryGet(Parameters, out var parameters) ? parameters : null)
            ?? OneOf(definition, SyncMode, "manual", "automatic")
            ?? ValidateBatch(definition)
            ?? OneOf(definition, OnShutdown, "always", "when-synced")
            ?? OneOf(definition, OnFailure, "always", "when-synced");
    }

    private static string? ValidateMode(FieldValue mode, FieldValue? parameters) => mode.TryGetString(out var name) ? name switch
    {
        "all" => parameters is null ? null : "ha-mode=\"all\" does not take parameters",
        "exactly" => parameters is { } count && count.TryGetInteger(out var number) && number > 0
            ? null
            : $"ha-mode=\"exactly\" takes an integer, {Given(parameters)} given",
        "nodes" => ValidateNodes(parameters),
        _ => NotAMode(mode),
    }
    : NotAMode(mode);

    private static string NotAMode(FieldValue mode) => $"{PolicyTerm.Of(mode)} is not a valid ha-mode value";

    private static string? ValidateNodes(FieldValue? parameters)
    {
        if (parameters?.AsArray() is not { } nodes)
        {
            return $"ha-mode=\"nodes\" takes a list, {Given(parameters)} given";
        }

        if (nodes.Count == 0)
        {
            return "ha-mode=\"nodes\" list must be non-empty";
        }

        var others = nodes.Where(static node => !node.TryGetString(out _)).ToArray();
        return others.Length == 0
            ? null
            : $"ha-mode=\"nodes\" takes a list of strings, {PolicyTerm.Of(FieldValue.From(others))} was not a string";
    }

    private static string? ValidateBatch(FieldTable definition) =>
        definition.TryGet(SyncBatchSize, out var size) && !(size.TryGetInteger(out var number) && number > 0)
            ? $"ha-sync-batch-size takes an integer greater than 0, {PolicyTerm.Of(size)} given"
            : null;

    private static string? OneOf(FieldTable definition, string name, string first, string second) =>
        definition.TryGet(name, out var value) && !(value.TryGetString(out var text) && (text == first || text == second))
            ? $"{name} must be \"{first}\" or \"{second}\", got {PolicyTerm.Of(value)}"
            : null;

    private static string Given(FieldValue? value) => value is { } given ? PolicyTerm.Of(given) : "none";
}
