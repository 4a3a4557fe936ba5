namespace AmqpBroker.Perf;

/// <summary>Where a broker is and who asks: <c>amqp://user:password@host:port/vhost</c>, each part optional.</summary>
internal sealed record AmqpUri(string Host, int Port, string User, string Password, string VirtualHost)
{
    private const int DefaultPort = 5672;
    private const string DefaultName = "guest";
    private const string DefaultVirtualHost = "/";

    /// <summary>Without the password, fit to be shown.</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return $"amqp://{Uri.EscapeDataString(User)}@{host}:{Port}/{Uri.EscapeDataString(VirtualHost)}";
    }

    /// <summary>Reads an AMQP URI. No path and the path <c>/</c> both mean the vhost <c>/</c>; any other name is percent-encoded.</summary>
    public static bool TryParse(string text, out AmqpUri uri, out string mistake)
    {
        uri = new("localhost", DefaultPort, DefaultName, DefaultName, DefaultVirtualHost);
        mistake = string.Empty;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("amqp" or "amqps"))
        {
            mistake = $"'{text}' is not an AMQP URI such as amqp://guest:guest@127.0.0.1:5672/";
            return false;
        }

        if (parsed.Scheme == "amqps")
        {
            mistake = "amqps is not supported by this version: give an amqp URI";
            return false;
        }

        var path = parsed.AbsolutePath.TrimStart('/');
        if (path.Contains('/', StringComparison.Ordinal) || parsed.Query.Length > 0)
        {
            mistake = $"'{text}' has more than a vhost behind its port (a / in a vhost's name is written %2F)";
            return false;
        }

        var user = parsed.UserInfo.Split(':', 2);
        uri = new(
            parsed.IdnHost.Length == 0 ? uri.Host : parsed.IdnHost.Trim('[', ']'),
            parsed.Port < 0 ? DefaultPort : parsed.Port,
            user[0].Length == 0 ? DefaultName : Uri.UnescapeDataString(user[0]),
            user.Length < 2 ? DefaultName : Uri.UnescapeDataString(user[1]),
            path.Length == 0 ? DefaultVirtualHost : Uri.UnescapeDataString(path));
        return true;
    }
}
