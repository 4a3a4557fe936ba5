using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmqpBroker.Control.Api;

/// <summary>Asks the management API, and turns what can go wrong into an exit code and a line.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly ApiTarget _target;
    private readonly HttpClient _http;

    /// <exception cref="CtlException">The certificate authorities cannot be read.</exception>
    public ApiClient(ApiTarget target)
    {
        _target = target;
        _http = new(TrustedConnections.Create(target.Authority)) { Timeout = target.Timeout };
    }

    public Uri Url => _target.Url;

    public string User => _target.User;

    /// <summary>The same broker asked by another user.</summary>
    public ApiClient As(string user, string password) => new(_target with { User = user, Password = password });

    public void Dispose() => _http.Dispose();

    /// <summary>Asks for an object or a list.</summary>
    /// <param name="path">Below <c>/api</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
        => Succeed(await SendAsync(HttpMethod.Get, path, null, cancellationToken)).Json;

    /// <summary>Asks for an object that need not be there.</summary>
    public async Task<JsonElement?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
        return answer.Status == HttpStatusCode.NotFound ? null : Succeed(answer).Json;
    }

    public async Task PutAsync(string path, JsonNode body, CancellationToken cancellationToken)
        => Succeed(await SendAsync(HttpMethod.Put, path, body, cancellationToken));

    public async Task PostAsync(string path, JsonNode body, CancellationToken cancellationToken)
        => Succeed(await SendAsync(HttpMethod.Post, path, body, cancellationToken));

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
        => Succeed(await SendAsync(HttpMethod.Delete, path, null, cancellationToken));

    /// <summary>Puts something into what need not be there.</summary>
    /// <param name="path">Below <c>/api</c>.</param>
    /// <param name="body">What.</param>
    /// <param name="missing">Thrown when there is no such path.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task PutAsync(string path, JsonNode body, CtlException missing, CancellationToken cancellationToken)
        => ChangeAsync(HttpMethod.Put, path, body, missing, cancellationToken);

    /// <summary>Deletes what need not be there.</summary>
    /// <param name="path">Below <c>/api</c>.</param>
    /// <param name="missing">Thrown when it is not.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task DeleteAsync(string path, CtlException missing, CancellationToken cancellationToken)
        => ChangeAsync(HttpMethod.Delete, path, body: null, missing, cancellationToken);

    /// <summary>Sends a request; whatever comes back is the answer.</summary>
    /// <exception cref="CtlException">Nothing came back.</exception>
    public Task<ApiAnswer> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
        => SendAsync(method, path, body?.ToJsonString(), reason: null, cancellationToken);

    /// <param name="method">What is to be done.</param>
    /// <param name="path">Below <c>/api</c>.</param>
    /// <param name="body">JSON, or none.</param>
    /// <param name="reason">Told to the client whose connection is closed.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? body, string? reason, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, Address(path));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_target.User}:{_target.Password}")));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (reason is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Reason", reason);
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return new(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            throw new CtlException(CtlExitCode.Unavailable, Describe(exception), exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CtlException(CtlExitCode.Timeout, $"{_target.Url} did not answer within {_target.Timeout.TotalSeconds} s: raise --timeout, or look at the broker's log", exception);
        }
    }

    /// <summary>Turns a refusal into an exception.</summary>
    public ApiAnswer Succeed(ApiAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return answer;
        }

        var reason = answer.Reason;
        throw answer.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CtlException(CtlExitCode.NoPermission, DescribeRefusal(reason)),
            HttpStatusCode.NotFound => new CtlException(CtlExitCode.Unavailable, reason is "" or "Not Found" ? "there is no such object, or this broker has no such function" : reason),
            HttpStatusCode.BadRequest or HttpStatusCode.ServiceUnavailable => new CtlException(CtlExitCode.Unavailable, reason is "" ? "the broker refused without a reason" : reason),
            _ => new CtlException(CtlExitCode.Software, $"{_target.Url} answered {(int)answer.Status} {reason}".TrimEnd()),
        };
    }

    private async Task ChangeAsync(HttpMethod method, string path, JsonNode? body, CtlException missing, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(method, path, body, cancellationToken);
        Succeed(answer.Status == HttpStatusCode.NotFound ? throw missing : answer);
    }

    /// <summary>Names stay as they are escaped: a queue may be called <c>..</c>.</summary>
    private Uri Address(string path)
        => new(_target.Url.AbsoluteUri.TrimEnd('/') + "/api" + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private string DescribeRefusal(string reason) => reason is "" or "Login failed" or "Not_Authorized"
        ? $"{_target.Url} refused the login as {_target.User}: check --user, and the password"
        : $"{_target.User} may not do this: {reason}";

    private string Describe(HttpRequestException exception) => exception.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            $"no broker answers on {_target.Url}: start one, or name another with --url",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            $"there is no host {_target.Url.Host}: name another with --url",
        CryptographicException or System.Security.Authentication.AuthenticationException =>
            $"{_target.Url} has a certificate that is not trusted: name its authority with --cacert",
        var cause => $"cannot reach {_target.Url}: {cause.Message}",
    };
}
