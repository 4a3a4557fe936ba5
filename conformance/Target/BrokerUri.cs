namespace AmqpBroker.ConformanceTests.Target;

/// <summary>Where the broker under test listens, and whom it lets in: amqp://user:password@host:port/vhost.</summary>
public sealed record BrokerUri(string Host, int Port, string User, string Password, string VirtualHost)
{
    public static BrokerUri Parse(string text)
    {
        var uri = new Uri(text);
        var login = uri.UserInfo.Split(':');
        var vhost = uri.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(uri.AbsolutePath[1..]) : "/";
        return login.Length == 2
            ? new BrokerUri(uri.Host, PortOf(uri), Uri.UnescapeDataString(login[0]), Uri.UnescapeDataString(login[1]), vhost)
            : new BrokerUri(uri.Host, PortOf(uri), "guest", "guest", vhost);
    }

    private static int PortOf(Uri uri) => uri.Port < 0 ? 5672 : uri.Port;
}
