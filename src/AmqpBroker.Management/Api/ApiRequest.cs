using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Api;

/// <summary>A request on its way through an endpoint, and the ways to answer it. Used by one thread at a time.</summary>
internal sealed class ApiRequest(HttpContext http, ApiResource resource, string[] segments, Caller? caller, IServiceProvider services)
{
    /// <summary>The request and answer of the server, for endpoints that do not speak JSON.</summary>
    public HttpContext Http => http;

    /// <summary>The services of the host that the broker runs in.</summary>
    public IServiceProvider Services => services;

    /// <summary>The broker.</summary>
    public Broker Broker => services.GetRequiredService<Broker>();

    /// <summary>Who calls. Not to be asked for where anyone may.</summary>
    public Caller Caller => caller ?? throw new InvalidOperationException("nobody has logged in for this endpoint");

    /// <summary>Whether nothing was changed after all: then it is not noted in the audit.</summary>
    public bool IsOnlyAsked { get; set; }

    /// <summary>The virtual host that the path names.</summary>
    /// <exception cref="ApiException">404: there is none of that name.</exception>
    public VirtualHost VirtualHost =>
        Broker.TryGetVirtualHost(Segment("vhost"), out var virtualHost) ? virtualHost : throw VirtualHostNotFound();

    /// <summary>A variable segment of the path, decoded.</summary>
    public string Segment(string name) => segments[resource.IndexOf(name)];

    /// <summary>A parameter of the query; null when it is not there.</summary>
    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var values) ? values[^1] : null;

    /// <summary>Whether a parameter of the query is the word true.</summary>
    public bool IsSet(string name) => Query(name) == "true";

    /// <summary>
    /// The virtual hosts whose objects a list without a virtual host in its path shows: those the caller may see, or the one that the
    /// header <c>x-vhost</c> names.
    /// </summary>
    public IEnumerable<VirtualHost> VisibleVirtualHosts()
    {
        var only = OnlyVirtualHost;
        return Broker.VirtualHosts.Where(virtualHost => Caller.MaySee(virtualHost.Name) && (only.Length == 0 || virtualHost.Name == only));
    }

    /// <summary>The name in the header <c>x-vhost</c>, of the virtual host that the caller wants to see alone; empty for all.</summary>
    public string OnlyVirtualHost => http.Request.Headers["x-vhost"].ToString();

    /// <summary>The body as a JSON object; an empty one is an object without members.</summary>
    /// <exception cref="ApiException">400: it is none, or too large.</exception>
    public ValueTask<ApiBody> ReadBodyAsync() => ApiBody.ReadAsync(http, resource.MaxBodySize);

    /// <summary>The body as it came.</summary>
    /// <exception cref="ApiException">400: it is too large.</exception>
    public ValueTask<ReadOnlyMemory<byte>> ReadBytesAsync() => ApiBody.ReadBytesAsync(http, resource.MaxBodySize);

    /// <summary>Answers with one value, an object as a rule; of its members those that <c>columns</c> asks for.</summary>
    public async ValueTask AnswerAsync<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        if (Columns.Parse(Query("columns")) is not { } columns)
        {
            await JsonAnswer.WriteAsync(http, value, write);
            return;
        }

        using var whole = new PooledBuffer();
        JsonAnswer.Write(whole, value, write);
        await JsonAnswer.WriteAsync(http, (whole, columns), static (writer, answer) => answer.columns.Copy(answer.whole.Written.Span, writer));
    }

    /// <summary>Answers with a list, sorted as the query asks, with the columns it asks for.</summary>
    public ValueTask AnswerListAsync<T>(IEnumerable<T> rows, RowFormat<T> format) => AnswerRowsAsync([.. rows], format, ListQuery.Read(http.Request.Query));

    /// <summary>The same, or one page of it when the query asks for one.</summary>
    public ValueTask AnswerPageAsync<T>(IEnumerable<T> rows, RowFormat<T> format) =>
        AnswerRowsAsync([.. rows], format, ListQuery.ReadPaged(http.Request.Query));

    /// <summary>Answers that something is there now: 201 when it was not before, or else 204.</summary>
    public ValueTask AnswerCreatedAsync(bool isNew)
    {
        http.Response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status204NoContent;
        http.Response.ContentLength = isNew ? 0 : null;
        return ValueTask.CompletedTask;
    }

    /// <summary>Answers that it is done, and nothing more.</summary>
    public ValueTask AnswerDoneAsync()
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return ValueTask.CompletedTask;
    }

    // RabbitMQ says what is missing where something was to be made in it.
    private ApiException VirtualHostNotFound() => http.Request.Method == "PUT" ? ApiErrors.NotFound("vhost_not_found") : ApiErrors.NotFound();

    private async ValueTask AnswerRowsAsync<T>(T[] rows, RowFormat<T> format, ListQuery query)
    {
        using var buffer = new PooledBuffer();
        new ListWriter<T>(format, query).Write(buffer, rows);
        await JsonAnswer.SendAsync(http, buffer);
    }
}
