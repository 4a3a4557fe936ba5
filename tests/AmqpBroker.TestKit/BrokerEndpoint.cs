namespace AmqpBroker.TestKit;

/// <summary>Where a broker listens and whom it lets in.</summary>
public sealed record BrokerEndpoint(string Host, int Port)
{
    private const string EnvironmentVariable = "AMQPBROKER_TEST_URI";

    public string User { get; init; } = "guest";

    public string Password { get; init; } = "guest";

    /// <summary>The broker that the suite is told to test instead of its own: amqp://user:password@host:port.</summary>
    public static BrokerEndpoint? FromEnvironment() =>
        Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } uri ? Parse(new Uri(uri)) : null;

    public Uri Uri => new($"amqp://{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}@{Host}:{Port}");

    private static BrokerEndpoint Parse(Uri uri)
    {
        var login = uri.UserInfo.Split(':');
        var endpoint = new BrokerEndpoint(uri.Host, uri.Port < 0 ? 5672 : uri.Port);
        return login.Length == 2
            ? endpoint with { User = Uri.UnescapeDataString(login[0]), Password = Uri.UnescapeDataString(login[1]) }
            : endpoint;
    }
}
