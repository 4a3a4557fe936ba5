using AmqpBroker.Core;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Api;

/// <summary>All endpoints of one path: finds the one that is asked for, lets in who may, and answers in any case.</summary>
internal sealed class ApiResource
{
    private static readonly string[] Order = ["GET", "PUT", "POST", "DELETE"];
    private static readonly string[] KnownMethods = ["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"];

    private readonly string[] _pattern;
    private readonly ApiEndpoint[] _endpoints;
    private readonly string _allowed;
    private readonly ManagementOptions _options;
    private readonly ApiCors _cors;
    private readonly Authenticator _authenticator;
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;

    /// <param name="path">The path, with its variable segments in braces.</param>
    /// <param name="endpoints">Its endpoints, one for each method.</param>
    /// <param name="parts">What all resources share.</param>
    public ApiResource(string path, IEnumerable<ApiEndpoint> endpoints, ApiParts parts)
    {
        _pattern = path[1..].Split('/');
        _endpoints = [.. endpoints.OrderBy(static endpoint => Array.IndexOf(Order, endpoint.Method))];
        _allowed = string.Join(", ", AllowedMethods());
        (_options, _cors, _authenticator, _services, _logger) = parts;
    }

    /// <summary>Largest request body, in bytes.</summary>
    public int MaxBodySize => _options.MaxBodySize;

    /// <summary>Which segment a variable stands for.</summary>
    public int IndexOf(string variable)
    {
        var index = Array.IndexOf(_pattern, $"{{{variable}}}");
        return index >= 0 ? index : throw new ArgumentException($"no segment {variable} in the path", nameof(variable));
    }

    /// <summary>Answers a request for this path.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            ApiHeaders.Add(context);
            _cors.Add(context);
            await FailAsync(context, exception);
        }
    }

    private IEnumerable<string> AllowedMethods()
    {
        IEnumerable<string> methods = _endpoints.Select(static endpoint => endpoint.Method);
        return [.. _endpoints.Any(static endpoint => endpoint.Method == "GET") ? ["HEAD"] : Array.Empty<string>(), .. methods, "OPTIONS"];
    }

    private async ValueTask AnswerAsync(HttpContext context)
    {
        var segments = context.Features.GetRequiredFeature<ApiSegments>().All;
        ApiHeaders.Add(context);
        _cors.Add(context);
        if (!IsMatch(segments))
        {
            throw ApiErrors.NotFound();
        }

        var method = context.Request.Method;
        if (!KnownMethods.Contains(method))
        {
            throw ApiException.Bare(StatusCodes.Status501NotImplemented);
        }

        if (method == "OPTIONS")
        {
            context.Response.Headers.Allow = _allowed;
            _cors.AddPreflight(context, _allowed);
            context.Response.ContentLength = 0;
            return;
        }

        if (Find(method) is not { } endpoint)
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = _allowed;
            context.Response.ContentLength = 0;
            return;
        }

        var caller = endpoint.Access == ApiAccess.Anyone ? null : await LetInAsync(context, endpoint, segments);
        if (!ApiHeaders.Accepts(context, endpoint.MediaType))
        {
            throw ApiException.Bare(StatusCodes.Status406NotAcceptable);
        }

        var request = new ApiRequest(context, this, segments, caller, _services);
        await endpoint.Handle(request);
        if (endpoint.IsAudited && !request.IsOnlyAsked && caller is not null)
        {
            _services.GetRequiredService<Broker>().Audit.Note(ApiAudit.Describe(context, caller, method, _pattern, segments));
        }
    }

    private async ValueTask<Caller> LetInAsync(HttpContext context, ApiEndpoint endpoint, string[] segments)
    {
        var caller = await _authenticator.AuthenticateAsync(context);
        var at = Array.IndexOf(_pattern, "{vhost}");

        // One that is not there is not found, whoever asks.
        var virtualHost = at >= 0 && _services.GetRequiredService<Broker>().TryGetVirtualHost(segments[at], out _) ? segments[at] : null;
        AccessRules.Require(caller, endpoint.Access, virtualHost);
        return caller;
    }

    private ApiEndpoint? Find(string method) => Array.Find(_endpoints, endpoint => endpoint.Method == (method == "HEAD" ? "GET" : method));

    // Routing does not care about case; the paths of this API do.
    private bool IsMatch(string[] segments)
    {
        for (var i = 0; i < _pattern.Length; i++)
        {
            if (!_pattern[i].StartsWith('{') && _pattern[i] != segments[i])
            {
                return false;
            }
        }

        return true;
    }

    private async ValueTask FailAsync(HttpContext context, Exception exception)
    {
        if (ApiFailures.Translate(exception) is { } failure)
        {
            await ApiFailures.AnswerAsync(context, failure);
            return;
        }

        _logger.RequestFailed(context.Request.Method, context.Request.Path.Value ?? string.Empty, exception);
        await ApiFailures.AnswerAsync(context, new ApiException(StatusCodes.Status500InternalServerError, "Internal Server Error", "Internal Server Error"));
    }
}
