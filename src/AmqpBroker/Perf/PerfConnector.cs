using System.Net.Sockets;
using System.Text;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Serving;

namespace AmqpBroker.Perf;

/// <summary>Opens connections to the broker, logged in, tuned, and with one channel open (AMQP 0-9-1 §2.2.4).</summary>
internal sealed class PerfConnector(AmqpUri uri)
{
    private const ushort ControlChannel = 0;

    /// <exception cref="PerfException">There is no broker, or it refuses.</exception>
    public PerfConnection Open()
    {
        var connection = new PerfConnection(Connect());
        try
        {
            Handshake(connection);
            connection.Call<ChannelOpen, ChannelOpenOk>(PerfConnection.Channel, new(string.Empty));
            return connection;
        }
        catch (PerfException exception)
        {
            connection.Dispose();
            throw exception.ReplyCode is null
                ? new PerfException($"what listens on {uri.Host} port {uri.Port} does not open an AMQP connection ({exception.Message})", exception)
                : exception;
        }
    }

    private Socket Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(uri.Host, uri.Port);
            return socket;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new PerfException(Describe(exception), exception);
        }
    }

    private string Describe(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => $"no broker answers on {uri.Host} port {uri.Port}: start one, or name another with --uri",
        SocketError.HostNotFound or SocketError.TryAgain => $"there is no host {uri.Host}",
        _ => $"cannot connect to {uri.Host} port {uri.Port}: {exception.SocketErrorCode}",
    };

    private void Handshake(PerfConnection connection)
    {
        connection.Send(FrameConstants.ProtocolHeader);
        connection.Expect<ConnectionStart>();
        var tune = connection.Call<ConnectionStartOk, ConnectionTune>(
            ControlChannel,
            new(ClientProperties(), "PLAIN", Encoding.UTF8.GetBytes($"\0{uri.User}\0{uri.Password}"), "en_US"));

        var frameMax = tune.FrameMax is > 0 and < FrameConstants.DefaultFrameMax ? tune.FrameMax : FrameConstants.DefaultFrameMax;
        connection.FrameMax = (int)frameMax;
        // No heartbeat: a worker that waits for its turn does not read, and must not be taken for dead.
        connection.Write<ConnectionTuneOk>(ControlChannel, new(tune.ChannelMax, frameMax, Heartbeat: 0));
        connection.Call<ConnectionOpen, ConnectionOpenOk>(ControlChannel, new(uri.VirtualHost, string.Empty, Insist: false));
    }

    private static FieldTable ClientProperties() => new FieldTableBuilder()
        .Add("product", "AmqpBroker perf")
        .Add("version", ProductVersion.Text)
        .Add("connection_name", "amqpbroker perf")
        .Add("capabilities", new FieldTableBuilder().Add("authentication_failure_close", true).Build())
        .Build();
}
