using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AmqpBroker.Management.Events;

/// <summary>Server-sent events (HTML Living Standard §9.2): the state as it is, once at first and then after each sample and change of an alarm.</summary>
/// <remarks>A client that reads slowly holds up itself alone: nothing is queued for it, and what it gets next is the latest.</remarks>
internal static class EventsEndpoint
{
    /// <summary>Clients served at once.</summary>
    private const int MostClients = 200;

    private const string MediaType = "text/event-stream";

    private static int _clients;

    public static void Map(ApiMap map) => map.Add(new ApiEndpoint(
        "GET",
        "/api/events",
        ApiAccess.Management,
        "What changes, as server-sent events: overview=true, alarms=true, and a queue by vhost and queue; the first two when nothing is said.",
        SendAsync)
    { MediaType = MediaType });

    private static async ValueTask SendAsync(ApiRequest request)
    {
        var content = new EventContent(request, FindQueue(request));
        if (Interlocked.Increment(ref _clients) > MostClients)
        {
            Interlocked.Decrement(ref _clients);
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "service_unavailable", "too many clients listen to events");
        }

        try
        {
            var stopping = request.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(request.Http.RequestAborted, stopping);
            await SendAsync(request, content, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the broker goes.
        }
        finally
        {
            Interlocked.Decrement(ref _clients);
        }
    }

    private static async Task SendAsync(ApiRequest request, EventContent content, CancellationToken ending)
    {
        var (response, sampling, alarms) = (request.Http.Response, request.Services.GetRequiredService<SamplingService>(), request.Broker.Alarms);
        response.ContentType = MediaType;
        while (true)
        {
            // First the signals, then the look: what happens in between is not missed.
            var (sampled, alarmed) = (sampling.NextSampleAsync(), alarms.NextChangeAsync());
            await content.WriteAsync(response.Body, ending);
            await response.Body.FlushAsync(ending);
            if (content.IsOver)
            {
                return;
            }

            await Task.WhenAny(sampled, alarmed).WaitAsync(ending);
        }
    }

    private static Queue? FindQueue(ApiRequest request)
    {
        if (request.Query("queue") is not { } name)
        {
            return null;
        }

        var host = request.Query("vhost") ?? "/";
        if (!request.Caller.MaySee(host))
        {
            throw ApiErrors.Refused("User not authorised to access virtual host");
        }

        return request.Broker.TryGetVirtualHost(host, out var virtualHost) && virtualHost.Listing.FindQueue(name) is { } queue
            ? queue
            : throw ApiErrors.NotFound();
    }
}
