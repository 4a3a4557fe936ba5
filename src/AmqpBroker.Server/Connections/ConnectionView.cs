using System.Net;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Server.Connections;

/// <summary>A connection as others see it: reads single words that its loop writes, and asks the loop for whatever else is wanted.</summary>
internal sealed class ConnectionView(AmqpConnection connection) : IClientConnection
{
    /// <inheritdoc/>
    public string Name => connection.Name;

    /// <inheritdoc/>
    public string User => connection.Client.User;

    /// <inheritdoc/>
    public string VirtualHost => connection.State < ConnectionState.Running ? "" : connection.OpenedHost?.Name ?? "";

    /// <inheritdoc/>
    public StatHolder Statistics { get; } = new();

    /// <inheritdoc/>
    public ConnectionDetails Details
    {
        get
        {
            var client = connection.Client;
            return new ConnectionDetails
            {
                Local = EndPointOf(connection.Transport.LocalEndPoint),
                Peer = EndPointOf(connection.Transport.RemoteEndPoint),
                ConnectedAt = connection.ConnectedAt,
                AuthMechanism = client.Mechanism,
                ClientProperties = FieldTable.Read(client.Properties.Span),
                UserProvidedName = client.ConnectionName,
                FrameMax = connection.Output.FrameMax,
                ChannelMax = connection.Channels.Limit,
                Heartbeat = connection.Lifetime.Heartbeat,
                Tls = TlsFactsReader.Read(connection.Transport.Features),
            };
        }
    }

    /// <inheritdoc/>
    public ConnectionFigures Figures => new()
    {
        State = State,
        Channels = connection.Channels.Count,
        OctetsReceived = connection.OctetsReceived,
        OctetsSent = connection.Output.OctetsSent,
        PacketsReceived = connection.Reads,
        PacketsSent = connection.Output.Flushes,
        PacketsPending = connection.Output.IsWritable ? 0 : 1,
    };

    private ClientState State => connection switch
    {
        { State: >= ConnectionState.Closing } => ClientState.Closing,
        { Blocking: ConnectionBlocking.Blocked } => ClientState.Blocked,
        { Blocking: ConnectionBlocking.Blocking } => ClientState.Blocking,
        { Hold.IsInFlow: true } => ClientState.Flow,
        _ => ClientState.Running,
    };

    /// <inheritdoc/>
    public IReadOnlyList<IClientChannel> ListChannels() => [.. connection.Channels.Snapshot().Select(static channel => channel.View)];

    /// <inheritdoc/>
    public void Close(ConnectionException reason) => connection.Lifetime.RequestShutdown(reason);

    // An IPv4 address that arrived on a dual-mode socket as what it is.
    private static IPEndPoint? EndPointOf(EndPoint? endPoint) => endPoint switch
    {
        IPEndPoint { Address.IsIPv4MappedToIPv6: true } ip => new IPEndPoint(ip.Address.MapToIPv4(), ip.Port),
        _ => endPoint as IPEndPoint,
    };
}
