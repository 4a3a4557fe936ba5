using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Nodes;
using AmqpBroker.Management.Resources;
using AmqpBroker.Management.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Events;

/// <summary>What one listener to events is sent. Used by one request.</summary>
internal sealed class EventContent
{
    private readonly ApiRequest _request;
    private readonly Queue? _queue;
    private readonly bool _hasOverview;
    private readonly bool _hasAlarms;

    public EventContent(ApiRequest request, Queue? queue)
    {
        (_request, _queue) = (request, queue);
        (_hasOverview, _hasAlarms) = (request.IsSet("overview"), request.IsSet("alarms"));
        if (!_hasOverview && !_hasAlarms && queue is null)
        {
            (_hasOverview, _hasAlarms) = (true, true);
        }

        // A query that cannot be answered is refused before anything is sent.
        _ = StatQuery.Read(request);
    }

    /// <summary>Whether there is nothing more to tell: the one thing asked for is gone.</summary>
    public bool IsOver => _queue is { IsDeleted: true } && !_hasOverview && !_hasAlarms;

    /// <summary>Sends how everything stands now.</summary>
    public async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer();
        if (_hasOverview)
        {
            Write(buffer, "event: overview\ndata: "u8, new OverviewJson(_request).Write);
        }

        if (_hasAlarms)
        {
            Write(buffer, "event: alarms\ndata: "u8, WriteAlarms);
        }

        if (_queue is { IsDeleted: false } queue)
        {
            var json = new QueueJson(_request.Services.GetRequiredService<BrokerIdentity>(), QueueDetail.All, StatQuery.Read(_request));
            Write(buffer, "event: queue\ndata: "u8, (writer, _) => json.WriteWhole(writer, queue));
        }
        else if (_queue is not null)
        {
            Write(buffer, "event: queue\ndata: "u8, static (writer, _) => writer.WriteNullValue());
        }

        await body.WriteAsync(buffer.Written, cancellationToken);
    }

    private void Write(PooledBuffer buffer, ReadOnlySpan<byte> head, Action<Utf8JsonWriter, Broker> write)
    {
        Append(buffer, head);
        using (var writer = new Utf8JsonWriter(buffer, JsonAnswer.WriterOptions))
        {
            write(writer, _request.Broker);
        }

        Append(buffer, "\n\n"u8);
    }

    private static void Append(PooledBuffer buffer, ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.GetSpan(text.Length));
        buffer.Advance(text.Length);
    }

    private static void WriteAlarms(Utf8JsonWriter writer, Broker broker)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("alarms");
        foreach (var resource in broker.Alarms.Resources)
        {
            writer.WriteStringValue(resource);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
