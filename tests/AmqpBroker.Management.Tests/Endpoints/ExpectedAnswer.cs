namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>What RabbitMQ 3.10.8 answers whom, by the level of the endpoint and the rights it needs.</summary>
internal static class ExpectedAnswer
{
    // Carried out on a channel by RabbitMQ: the refusal is the channel's.
    private static readonly Dictionary<(string Path, string Right), (int Status, string Text)> OnChannels = new()
    {
        [("/api/exchanges/shop/x/publish", "write")] = (400, "403 ACCESS_REFUSED - access to exchange 'x' in vhost 'shop' refused for user 'no write'"),
        [("/api/queues/shop/q/get", "read")] = (401, "ACCESS_REFUSED - access to queue 'q' in vhost 'shop' refused for user 'no read'"),
        [("/api/aliveness-test/shop", "configure")] = (401, "ACCESS_REFUSED - access to queue 'aliveness-test' in vhost 'shop' refused for user 'no configure'"),
        [("/api/aliveness-test/shop", "write")] = (401, "ACCESS_REFUSED - access to exchange 'amq.default' in vhost 'shop' refused for user 'no write'"),
        [("/api/aliveness-test/shop", "read")] = (401, "ACCESS_REFUSED - access to queue 'aliveness-test' in vhost 'shop' refused for user 'no read'"),
    };

    /// <summary>The status, and the body of a refusal; no body where the call is let through.</summary>
    public static (int Status, string? Body) Of(EndpointCall call, ApiCaller caller)
    {
        if (call.Who == "-")
        {
            return (call.Status, null);
        }

        if (caller.Name is null)
        {
            return (401, string.Empty);
        }

        if (caller.HasWrongPassword)
        {
            return (401, """{"error":"not_authorized","reason":"Login failed"}""");
        }

        if (RefusalOf(call, caller) is { } reason)
        {
            return (401, Body("not_authorised", reason));
        }

        if (caller.Lacks is not { } lacks || !call.Rights.Contains(lacks))
        {
            return (call.Status, null);
        }

        return OnChannels.TryGetValue((call.Path, lacks), out var refusal)
            ? (refusal.Status, Body(refusal.Status == 401 ? "not_authorised" : "bad_request", refusal.Text))
            : (401, Body("not_authorised", "Access refused."));
    }

    private static string Body(string error, string reason) => $$"""{"error":"{{error}}","reason":"{{reason}}"}""";

    private static string? RefusalOf(EndpointCall call, ApiCaller caller)
    {
        var maySee = caller.IsInside || caller.IsAdministrator;
        var isMonitor = caller.Tag is "monitoring" or "administrator";
        var isOwner = caller.Name == "management";
        return call.Who switch
        {
            _ when caller.Tag.Length == 0 => "Not management user",
            "A" when !caller.IsAdministrator => "Not administrator user",
            "Mon" when !isMonitor => "Not monitor user",
            "P" when caller.Tag is not ("policymaker" or "administrator") || (call.IsOfVirtualHost && !maySee) => "User not authorised to access object",
            "own" when !isOwner && !isMonitor => "User not authorised to access object",
            "own/A" when !isOwner && !caller.IsAdministrator => "User not authorised to access object",
            "V" when !maySee => "User not authorised to access virtual host",
            "V/Mon" when !maySee && !isMonitor => "User not authorised to access virtual host",
            _ when call.Rights.Length > 0 && !caller.IsInside => "Access refused.",
            _ => null,
        };
    }
}
