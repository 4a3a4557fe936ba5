using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Tests.Control;

/// <summary>A management API that answers what it was told to, 404 as RabbitMQ to all else, and remembers what it was asked.</summary>
internal sealed class FakeApi : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, (int Status, string Body)> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ApiRequest> _requests = new();

    private FakeApi(WebApplication application) => _application = application;

    public string Url { get; private set; } = string.Empty;

    /// <summary>In the order they came, paths as they were sent.</summary>
    public IReadOnlyList<ApiRequest> Requests => [.. _requests];

    public static async Task<FakeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new FakeApi(builder.Build());
        api._application.Run(api.AnswerAsync);
        await api._application.StartAsync();
        api.Url = api._application.Urls.Single();
        return api;
    }

    /// <param name="request">Such as <c>GET /queues/%2F</c>, without what follows a question mark.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="body">Of the answer.</param>
    public void Answer(string request, int status, string body = "") => _answers[request] = (status, body);

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget["/api".Length..];
        using var reader = new StreamReader(context.Request.Body);
        _requests.Enqueue(new(
            $"{context.Request.Method} {target}",
            await reader.ReadToEndAsync(context.RequestAborted),
            context.Request.Headers.Authorization.ToString(),
            context.Request.Headers["X-Reason"].ToString()));
        var (status, body) = _answers.GetValueOrDefault($"{context.Request.Method} {target.Split('?')[0]}", (404, """{"error":"Object Not Found","reason":"Not Found"}"""));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (body.Length > 0)
        {
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
    }
}
