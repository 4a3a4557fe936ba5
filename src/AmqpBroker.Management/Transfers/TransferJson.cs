using System.Text.Json;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Transfers;

/// <summary>Transfers as JSON.</summary>
internal static class TransferJson
{
    // In the order they are kept in: the newest first.
    public static readonly RowFormat<Transfer> Rows = new(
        Write, static transfer => transfer.Order.Source.Name, static (one, other) => other.StartedAt.CompareTo(one.StartedAt));

    public static void Write(Utf8JsonWriter writer, Transfer transfer)
    {
        var order = transfer.Order;
        writer.WriteStartObject();
        writer.WriteString("id", transfer.Id);
        writer.WriteString("vhost", order.VirtualHost.Name);
        writer.WriteString("queue", order.Source.Name);
        writer.WriteString("mode", order.IsCopy ? "copy" : "move");
        writer.WriteStartObject("destination");
        writer.WriteBoolean("original", order.Target.Exchange is null);
        writer.WriteString("exchange", order.Target.Exchange);
        writer.WriteString("routing_key", order.Target.RoutingKey);
        writer.WriteEndObject();
        writer.WriteString("user", order.Caller.Name);
        var state = transfer.State;
        writer.WriteString("state", NameOf(state));
        writer.WriteString("reason", transfer.Reason);
        writer.WriteNumber("moved", transfer.Moved);
        writer.WriteNumber("skipped", transfer.Skipped);
        writer.WriteNumber("total", transfer.Total);
        writer.WriteNumber("started", transfer.StartedAt.ToUnixTimeMilliseconds());
        if (state != TransferState.Running && transfer.EndedAt is { } ended)
        {
            writer.WriteNumber("ended", ended.ToUnixTimeMilliseconds());
        }
        else
        {
            writer.WriteNull("ended");
        }

        writer.WriteEndObject();
    }

    public static string NameOf(TransferState state) => state switch
    {
        TransferState.Running => "running",
        TransferState.Done => "done",
        TransferState.Cancelled => "cancelled",
        _ => "failed",
    };
}
