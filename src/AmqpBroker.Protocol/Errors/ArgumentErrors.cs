using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Errors;

/// <summary>406: the sentences that queue and exchange arguments share.</summary>
internal static class ArgumentErrors
{
    public static ChannelException Inequivalent(string resource, string name, string received, string current) => new(
        ReplyCode.PreconditionFailed,
        $"inequivalent arg '{name}' for {resource}: received {received} but current is {current}");

    /// <summary>An argument that one side may lack: then the other is shown with its type.</summary>
    public static ChannelException Inequivalent(string resource, string name, FieldValue? received, FieldValue? current) =>
        received is { } mine && current is { } theirs
            ? Inequivalent(resource, name, Quote(mine.ToValueText()), Quote(theirs.ToValueText()))
            : Inequivalent(resource, name, received?.ToErlangText() ?? "none", current?.ToErlangText() ?? "none");

    public static ChannelException Invalid(string resource, string name, string why) =>
        new(ReplyCode.PreconditionFailed, $"invalid arg '{name}' for {resource}: {why}");

    public static ChannelException InvalidType(string resource, string name, string typeName) =>
        new(ReplyCode.PreconditionFailed, $"invalid type '{typeName}' for arg '{name}' in {resource}");

    public static string Quote(bool value) => value ? "'true'" : "'false'";

    public static string Quote(string value) => $"'{value}'";
}
