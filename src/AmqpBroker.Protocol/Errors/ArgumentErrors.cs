namespace AmqpBroker.Protocol.Errors;

/// <summary>406: the sentences that queue and exchange arguments share.</summary>
internal static class ArgumentErrors
{
    public static ChannelException Inequivalent(string resource, string name, string received, string current) => new(
        ReplyCode.PreconditionFailed,
        $"inequivalent arg '{name}' for {resource}: received {received} but current is {current}");

    public static ChannelException Invalid(string resource, string name, string why) =>
        new(ReplyCode.PreconditionFailed, $"invalid arg '{name}' for {resource}: {why}");

    public static ChannelException InvalidType(string resource, string name, string typeName) =>
        new(ReplyCode.PreconditionFailed, $"invalid type '{typeName}' for arg '{name}' in {resource}");

    public static string Quote(bool value) => value ? "'true'" : "'false'";

    public static string Quote(string value) => $"'{value}'";
}
