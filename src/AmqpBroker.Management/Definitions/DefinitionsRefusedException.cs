namespace AmqpBroker.Management.Definitions;

/// <summary>Definitions are wrong, and nothing has changed.</summary>
/// <param name="reason">Where they are wrong, and how, in one line.</param>
internal sealed class DefinitionsRefusedException(string reason) : Exception(reason)
{
    /// <summary>What RabbitMQ says of what is no JSON.</summary>
    public const string NotJson = "failed_to_parse_json";
}
