namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>One line of a <c>rabbitmq.conf</c>, and where it stands.</summary>
internal sealed record ConfEntry(string File, int Line, string Key, string Value)
{
    /// <summary>For people and their editors.</summary>
    public string Place => $"{File}:{Line}";

    /// <summary>The value as it may be shown: a secret is not.</summary>
    public string ShownValue => IsSecret ? "(hidden)" : $"'{Value}'";

    private bool IsSecret => Key.EndsWith("pass", StringComparison.Ordinal) || Key.EndsWith("password", StringComparison.Ordinal);
}
