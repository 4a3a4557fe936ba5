using System.Net.Http.Headers;
using System.Text;

namespace AmqpBroker.Management.Tests.Harness;

/// <summary>Calls the management API as a tool would. Paths are sent as they are written.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="uri">Where the API listens.</param>
    /// <param name="user">Who logs in; null for nobody.</param>
    /// <param name="password">The password.</param>
    public ApiClient(Uri uri, string? user = null, string? password = null)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = uri };
        if (user is not null)
        {
            _http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        }
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiAnswer> PutAsync(string path, string body = "") => SendAsync(HttpMethod.Put, path, body);

    public Task<ApiAnswer> PostAsync(string path, string body = "") => SendAsync(HttpMethod.Post, path, body);

    public Task<ApiAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        // Otherwise the client would tidy the path up.
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(method, new Uri($"{_http.BaseAddress!.ToString().TrimEnd('/')}{path}", options));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return await ApiAnswer.ReadAsync(response);
    }

    public void Dispose() => _http.Dispose();
}
