using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace AmqpBroker.ConformanceTests.Target;

/// <summary>The broker's HTTP API, as RabbitMQ's management plug-in has it.</summary>
internal sealed class ManagementApi : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="uri">http://user:password@host:port.</param>
    public ManagementApi(Uri uri)
    {
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo)));
        _http = new HttpClient { BaseAddress = new Uri($"{uri.Scheme}://{uri.Host}:{uri.Port}/api/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", login);
    }

    public async Task PutAsync(FormattableString path, object body)
    {
        using var response = await _http.PutAsJsonAsync(Escape(path), body);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Deletes what is there; what is missing is deleted already.</summary>
    public async Task DeleteAsync(FormattableString path, string? reason = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Escape(path));
        if (reason is not null)
        {
            request.Headers.Add("X-Reason", reason);
        }

        using var response = await _http.SendAsync(request);
        if (response.StatusCode != System.Net.HttpStatusCode.NotFound)
        {
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>What is there now; null when the broker cannot say, because things come and go while it looks.</summary>
    public async Task<JsonElement?> TryGetAsync(FormattableString path)
    {
        using var response = await _http.GetAsync(Escape(path));
        return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    public void Dispose() => _http.Dispose();

    // The vhost / is one segment of the path.
    private static Uri Escape(FormattableString path) => new(
        string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            path.Format,
            [.. path.GetArguments().Select(argument => Uri.EscapeDataString(argument?.ToString() ?? string.Empty))]),
        UriKind.Relative);
}
