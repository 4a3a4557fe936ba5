namespace AmqpBroker.Management.Api;

/// <summary>One method of one path.</summary>
/// <param name="Method">GET, PUT, POST or DELETE; HEAD goes with GET, and OPTIONS with everything.</param>
/// <param name="Path">The path, with its variable segments in braces: <c>/api/queues/{vhost}/{name}</c>.</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Summary">What it does, in one sentence, for the API's description.</param>
/// <param name="Handle">Answers a request. What it throws becomes an answer as well (<see cref="ApiFailures"/>).</param>
internal sealed record ApiEndpoint(string Method, string Path, ApiAccess Access, string Summary, Func<ApiRequest, ValueTask> Handle)
{
    /// <summary>Whether what it does is noted in the audit: it changes something, messages apart.</summary>
    public bool IsAudited { get; init; } = Method != "GET";

    /// <summary>Answers whose media type is not JSON; clients that want that type alone are not turned away.</summary>
    public string? MediaType { get; init; }
}
