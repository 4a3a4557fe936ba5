using System.Buffers;
using System.Net.Sockets;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.TestKit.Wire;

/// <summary>
/// A client that hides nothing: it sends any method or forged octets and shows every event that comes back. It reads
/// only when asked to, answers nothing by itself, and sends no heartbeats.
/// </summary>
/// <remarks>Confined to one test; not for use by several threads.</remarks>
public sealed class RawAmqpClient : IAsyncDisposable
{
    /// <summary>How long a test waits for one event: far more than the broker needs on a busy machine.</summary>
    private static readonly TimeSpan ReceiveDeadline = TimeSpan.FromSeconds(40);

    private readonly Socket _socket;
    private readonly FrameStream _frames;
    private readonly Dictionary<ushort, ContentAssembly> _contents = [];

    private RawAmqpClient(Socket socket)
    {
        _socket = socket;
        _frames = new FrameStream(socket);
    }

    /// <summary>Connects and takes the handshake as far as the test wants.</summary>
    /// <param name="broker">Where to connect to.</param>
    /// <param name="stage">Where the handshake stops.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="login">What to say in the handshake.</param>
    /// <param name="receiveBufferBytes">A small one lets a client that stops reading be felt soon; 0 for the usual size.</param>
    public static async Task<RawAmqpClient> ConnectAsync(
        BrokerEndpoint broker,
        HandshakeStage stage,
        CancellationToken cancellationToken,
        RawLogin? login = null,
        int receiveBufferBytes = 0)
    {
        ArgumentNullException.ThrowIfNull(broker);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBufferBytes > 0)
        {
            socket.ReceiveBufferSize = receiveBufferBytes;
        }

        var client = new RawAmqpClient(socket);
        try
        {
            await socket.ConnectAsync(broker.Host, broker.Port, cancellationToken);
            await client.ShakeHandsAsync(broker, login ?? new RawLogin(), stage, cancellationToken);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends octets as they are.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        while (!octets.IsEmpty)
        {
            octets = octets[await _socket.SendAsync(octets, cancellationToken)..];
        }
    }

    public Task SendAsync<T>(ushort channel, T method, CancellationToken cancellationToken)
        where T : struct, IAmqpMethod<T> =>
        SendAsync(Encode(channel, method), cancellationToken);

    /// <summary>Sends a message: method, header and as many body frames as it takes.</summary>
    public async Task PublishAsync(
        ushort channel,
        BasicPublish method,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken,
        BasicProperties? properties = null,
        int frameMax = FrameConstants.DefaultFrameMax)
    {
        var output = new ArrayBufferWriter<byte>();
        FrameWriter.WriteMethod(output, channel, method);
        FrameWriter.WriteHeader(output, channel, EncodeHeader((ulong)body.Length, properties ?? BasicProperties.Empty));
        FrameWriter.WriteBody(output, channel, body.Span, frameMax);
        await SendAsync(output.WrittenMemory, cancellationToken);
    }

    /// <summary>Sends a method and waits for its answer; anything else that comes first fails the test.</summary>
    public async Task<TReply> CallAsync<TMethod, TReply>(ushort channel, TMethod method, CancellationToken cancellationToken)
        where TMethod : struct, IAmqpMethod<TMethod>
        where TReply : struct, IAmqpMethod<TReply>
    {
        await SendAsync(channel, method, cancellationToken);
        return await ExpectAsync<TReply>(cancellationToken);
    }

    public Task OpenChannelAsync(ushort channel, CancellationToken cancellationToken) =>
        CallAsync<ChannelOpen, ChannelOpenOk>(channel, new ChannelOpen(string.Empty), cancellationToken);

    /// <summary>Waits for the next event, which must be this method.</summary>
    public async Task<T> ExpectAsync<T>(CancellationToken cancellationToken)
        where T : struct, IAmqpMethod<T> =>
        (await ExpectMethodAsync(T.Id, cancellationToken)).Decode<T>();

    /// <summary>Waits for the next event, which must be this method; for its channel or content.</summary>
    public async Task<ReceivedMethod> ExpectMethodAsync(MethodId id, CancellationToken cancellationToken)
    {
        var received = await ReceiveAsync(cancellationToken);
        return received is ReceivedMethod method && method.Id == id
            ? method
            : throw new UnexpectedEventException($"Expected {id}, received {received}.");
    }

    /// <summary>Waits until the broker closes the socket, which must be the next that happens.</summary>
    public async Task<SocketEnd> ExpectEndAsync(CancellationToken cancellationToken) =>
        await ReceiveAsync(cancellationToken) switch
        {
            SocketEnd end => end,
            var other => throw new UnexpectedEventException($"Expected the end of the socket, received {other}."),
        };

    /// <summary>The next event other than a heartbeat.</summary>
    public async Task<WireEvent> ReceiveAsync(CancellationToken cancellationToken)
    {
        WireEvent received;
        do
        {
            received = await ReceiveWithHeartbeatsAsync(cancellationToken);
        }
        while (received is ReceivedHeartbeat);

        return received;
    }

    /// <summary>The next event; contents are put together first.</summary>
    public async Task<WireEvent> ReceiveWithHeartbeatsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var received = await ReceiveFrameAsync(cancellationToken);
            if (received is not ReceivedFrame frame)
            {
                return received;
            }

            if (Take(frame) is { } complete)
            {
                return complete;
            }
        }
    }

    /// <summary>The next frame as it is, a protocol header, or the end of the socket.</summary>
    public async Task<WireEvent> ReceiveFrameAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ReceiveDeadline);
        try
        {
            return await _frames.ReadAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnexpectedEventException($"Nothing came in {ReceiveDeadline}.");
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A method frame, for tests that forge: cut it, join it, or spoil an octet.</summary>
    public static byte[] Encode<T>(ushort channel, T method)
        where T : struct, IAmqpMethod<T>
    {
        var output = new ArrayBufferWriter<byte>();
        FrameWriter.WriteMethod(output, channel, method);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The payload of a content header frame.</summary>
    public static byte[] EncodeHeader(ulong bodySize, BasicProperties properties)
    {
        var writer = new WireWriter([]);
        try
        {
            ContentHeader.Write(ref writer, bodySize, properties);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private async Task ShakeHandsAsync(
        BrokerEndpoint broker, RawLogin login, HandshakeStage stage, CancellationToken cancellationToken)
    {
        if (stage >= HandshakeStage.Started)
        {
            await SendAsync(FrameConstants.ProtocolHeader.ToArray(), cancellationToken);
            await ExpectAsync<ConnectionStart>(cancellationToken);
        }

        if (stage >= HandshakeStage.LoggedIn)
        {
            var clientProperties = new FieldTableBuilder().Add("capabilities", login.Capabilities).Build();
            var response = login.Response ?? RawLogin.Plain(broker.User, broker.Password);
            await SendAsync(0, new ConnectionStartOk(clientProperties, login.Mechanism, response, "en_US"), cancellationToken);
        }

        if (stage >= HandshakeStage.Tuned)
        {
            await ExpectAsync<ConnectionTune>(cancellationToken);
        }

        if (stage >= HandshakeStage.Open)
        {
            await SendAsync(0, new ConnectionTuneOk(login.ChannelMax, login.FrameMax, login.Heartbeat), cancellationToken);
            var open = new ConnectionOpen(login.VirtualHost, string.Empty, Insist: false);
            await CallAsync<ConnectionOpen, ConnectionOpenOk>(0, open, cancellationToken);
        }

        if (stage >= HandshakeStage.ChannelOpen)
        {
            await OpenChannelAsync(1, cancellationToken);
        }
    }

    /// <summary>Takes a frame in; returns what it completes.</summary>
    private WireEvent? Take(ReceivedFrame frame)
    {
        switch (frame.Type)
        {
            case FrameType.Heartbeat:
                return new ReceivedHeartbeat();
            case FrameType.Method:
                var method = new ReceivedMethod(frame.Channel, MethodDecoder.ReadId(frame.Payload), frame.Payload);
                if (method.Id is not (MethodId.BasicDeliver or MethodId.BasicGetOk or MethodId.BasicReturn))
                {
                    return method;
                }

                _contents.Add(frame.Channel, new ContentAssembly(method));
                return null;
            case FrameType.Header:
                _contents[frame.Channel].AddHeader(frame.Payload);
                break;
            default:
                _contents[frame.Channel].AddBody(frame.Payload);
                break;
        }

        var finished = _contents[frame.Channel].TryFinish();
        if (finished is not null)
        {
            _contents.Remove(frame.Channel);
        }

        return finished;
    }
}
