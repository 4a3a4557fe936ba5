using System.Globalization;
using System.Text.Json;
using AmqpBroker.Core.Clients;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Clients;

/// <summary>The connections and channels that ended last, and why.</summary>
internal static class ClosedEndpoint
{
    // In the order they are kept in: the newest first.
    private static readonly RowFormat<ClosedClient> Rows = new(
        Write, static closed => closed.Connection, static (one, other) => other.ClosedAt.CompareTo(one.ClosedAt))
    {
        Text = static closed => $"{closed.Connection}\n{closed.ConnectionName}\n{closed.User}\n{closed.Text}\n{closed.Operation}",
    };

    public static void Map(ApiMap map) => map.Get(
        "/api/closed",
        ApiAccess.Management,
        "The last 1000 connections and channels that ended: who, when, code, text, and the operation that caused it.",
        static request => request.AnswerPageAsync(VisibleClients.Closed(request), Rows));

    private static void Write(Utf8JsonWriter writer, ClosedClient closed)
    {
        writer.WriteStartObject();
        writer.WriteString("type", closed.Channel is null ? "connection" : "channel");
        writer.WriteString("name", closed.Channel is { } number ? string.Create(CultureInfo.InvariantCulture, $"{closed.Connection} ({number})") : closed.Connection);
        writer.WriteString("connection", closed.Connection);
        if (closed.Channel is { } channel)
        {
            writer.WriteNumber("channel", channel);
        }

        writer.WriteString("user_provided_name", closed.ConnectionName ?? "");
        writer.WriteString("user", closed.User);
        writer.WriteString("vhost", closed.VirtualHost);
        writer.WriteNumber("closed_at", closed.ClosedAt.ToUnixTimeMilliseconds());
        writer.WriteString("closed_by", closed.Initiator switch
        {
            CloseInitiator.Client => "client",
            CloseInitiator.Broker => "broker",
            _ => "network",
        });
        if (closed.Code is { } code)
        {
            writer.WriteNumber("code", (int)code);
        }
        else
        {
            writer.WriteNull("code");
        }

        writer.WriteString("text", closed.Text);
        writer.WriteString("operation", closed.Operation);
        writer.WriteEndObject();
    }
}
