namespace AmqpBroker.Management.Api;

/// <summary>Collects the endpoints while the server is put together. A file adds its own in a static method <c>Map(ApiMap)</c>.</summary>
internal sealed class ApiMap
{
    private readonly List<ApiEndpoint> _endpoints = [];

    public IReadOnlyList<ApiEndpoint> Endpoints => _endpoints;

    public void Get(string path, ApiAccess access, string summary, Func<ApiRequest, ValueTask> handle) => Add(new("GET", path, access, summary, handle));

    public void Put(string path, ApiAccess access, string summary, Func<ApiRequest, ValueTask> handle) => Add(new("PUT", path, access, summary, handle));

    public void Post(string path, ApiAccess access, string summary, Func<ApiRequest, ValueTask> handle) => Add(new("POST", path, access, summary, handle));

    /// <summary>A POST that asks, or moves messages, and changes nothing that there is: it is not noted in the audit.</summary>
    public void Ask(string path, ApiAccess access, string summary, Func<ApiRequest, ValueTask> handle) =>
        Add(new("POST", path, access, summary, handle) { IsAudited = false });

    public void Delete(string path, ApiAccess access, string summary, Func<ApiRequest, ValueTask> handle) => Add(new("DELETE", path, access, summary, handle));

    public void Add(ApiEndpoint endpoint) => _endpoints.Add(endpoint);
}
