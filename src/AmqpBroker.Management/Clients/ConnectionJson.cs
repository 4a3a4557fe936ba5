using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Statistics;

namespace AmqpBroker.Management.Clients;

/// <summary>Connections as JSON. Used by one request.</summary>
internal sealed class ConnectionJson(BrokerIdentity identity, StatQuery query)
{
    /// <summary>Rows of a list.</summary>
    public RowFormat<IClientConnection> Rows => new(Write, static connection => connection.Name, Compare)
    {
        Text = static connection => $"{connection.Name}\n{connection.Details.UserProvidedName}\n{connection.User}",
    };

    /// <summary>Rows that say no more than whose they are.</summary>
    public RowFormat<IClientConnection> ShortRows => new(WriteShort, static connection => connection.Name, Compare);

    /// <summary>Writes a connection.</summary>
    public void Write(Utf8JsonWriter writer, IClientConnection connection)
    {
        var (details, figures) = (connection.Details, connection.Figures);
        writer.WriteStartObject();
        writer.WriteString("auth_mechanism", details.AuthMechanism);
        writer.WriteNumber("channel_max", details.ChannelMax);
        writer.WriteNumber("channels", figures.Channels);
        FieldJson.Write(writer, "client_properties", details.ClientProperties);
        writer.WriteNumber("connected_at", details.ConnectedAt.ToUnixTimeMilliseconds());
        writer.WriteNumber("frame_max", details.FrameMax);
        ErlangFigures.WriteCollection(writer);
        writer.WriteString("host", details.Local?.Address.ToString() ?? "unknown");
        writer.WriteString("name", connection.Name);
        writer.WriteString("node", identity.NodeName);
        WriteCertificate(writer, details.Tls);
        writer.WriteString("peer_host", details.Peer?.Address.ToString() ?? "unknown");
        writer.WriteNumber("peer_port", details.Peer?.Port ?? 0);
        writer.WriteNumber("port", details.Local?.Port ?? 0);
        writer.WriteString("protocol", details.Protocol);
        WriteTraffic(writer, connection.Statistics, in figures);
        ErlangFigures.WriteReductions(writer);
        WriteTls(writer, details.Tls);
        writer.WriteString("state", figures.State.ToName());
        writer.WriteNumber("timeout", details.Heartbeat);
        writer.WriteString("type", "network");
        writer.WriteString("user", connection.User);
        writer.WriteString("user_provided_name", details.UserProvidedName ?? "");
        writer.WriteString("user_who_performed_action", connection.User);
        writer.WriteString("vhost", connection.VirtualHost);
        writer.WriteEndObject();
    }

    private void WriteShort(Utf8JsonWriter writer, IClientConnection connection)
    {
        writer.WriteStartObject();
        writer.WriteString("name", connection.Name);
        writer.WriteString("vhost", connection.VirtualHost);
        writer.WriteString("user", connection.User);
        writer.WriteString("node", identity.NodeName);
        writer.WriteEndObject();
    }

    private void WriteTraffic(Utf8JsonWriter writer, StatHolder holder, in ConnectionFigures figures)
    {
        ReadOnlySpan<StatHistory> histories = holder.History is { } history ? [history] : [];
        var octets = new StatWriter(histories, query.DataRates, query.Now);
        writer.WriteNumber("recv_cnt", figures.PacketsReceived);
        octets.Write(writer, NamedStats.Octets[0], figures.OctetsReceived);
        writer.WriteNumber("send_cnt", figures.PacketsSent);
        octets.Write(writer, NamedStats.Octets[1], figures.OctetsSent);
        writer.WriteNumber("send_pend", figures.PacketsPending);
    }

    private static void WriteCertificate(Utf8JsonWriter writer, TlsFacts? tls)
    {
        writer.WriteString("peer_cert_issuer", tls?.PeerIssuer);
        writer.WriteString("peer_cert_subject", tls?.PeerSubject);
        writer.WriteString("peer_cert_validity", tls?.PeerValidity);
    }

    private static void WriteTls(Utf8JsonWriter writer, TlsFacts? tls)
    {
        writer.WriteBoolean("ssl", tls is not null);
        writer.WriteString("ssl_cipher", tls?.Cipher);
        writer.WriteString("ssl_hash", tls?.Hash);
        writer.WriteString("ssl_key_exchange", tls?.KeyExchange);
        writer.WriteString("ssl_protocol", tls?.Protocol);
    }

    private static int Compare(IClientConnection one, IClientConnection other)
    {
        var order = string.CompareOrdinal(one.VirtualHost, other.VirtualHost);
        return order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
    }
}
