using System.Buffers;
using System.IO.Pipelines;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>
/// A client that hides nothing. What it writes goes to the server in one piece with the next flush, and waiting for
/// something flushes; it reads only when asked to.
/// </summary>
/// <remarks>Confined to one test.</remarks>
internal sealed class TestClient(PipeTransport transport, AmqpConnection connection, Task served) : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come; one that passes never waits so long.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private const int LargestFrame = 64 * 1024 * 1024;

    private readonly Dictionary<ushort, (ReceivedMethod Method, byte[]? Properties, ulong Size, List<byte> Body)> _contents = [];
    private int _skipped;
    private bool _isEnded;

    /// <summary>The server's side, for what cannot be seen from outside.</summary>
    public AmqpConnection Connection { get; } = connection;

    /// <summary>Ends when the server is done with the connection.</summary>
    public Task Served { get; } = served;

    /// <summary>The longest body payload received since it was set to 0.</summary>
    public int LargestBodyFrame { get; set; }

    public bool IsAborted => transport.IsAborted;

    public PipeWriter Output => transport.ClientOutput;

    /// <summary>Octets written and not flushed.</summary>
    public long Unflushed => _isEnded ? 0 : Output.UnflushedBytes;

    public TestClient Write(ReadOnlySpan<byte> octets)
    {
        Output.Write(octets);
        return this;
    }

    public TestClient Write<T>(ushort channel, T method)
        where T : struct, IAmqpMethod<T>
    {
        FrameWriter.WriteMethod(Output, channel, method);
        return this;
    }

    /// <summary>Writes a whole message.</summary>
    public TestClient Publish(
        ushort channel,
        string exchange,
        string key,
        ReadOnlySpan<byte> body,
        bool mandatory = false,
        BasicProperties? properties = null,
        int frameMax = 131_072)
    {
        Write(channel, new BasicPublish(exchange, key, mandatory, Immediate: false));
        FrameWriter.WriteHeader(Output, channel, RawAmqpClient.EncodeHeader((ulong)body.Length, properties ?? BasicProperties.Empty));
        FrameWriter.WriteBody(Output, channel, body, frameMax);
        return this;
    }

    public async Task FlushAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await Output.FlushAsync(deadline.Token);
    }

    public Task SendAsync<T>(ushort channel, T method)
        where T : struct, IAmqpMethod<T> => Write(channel, method).FlushAsync();

    /// <summary>Sends no more, as a client does that closes its socket.</summary>
    public async Task EndAsync()
    {
        _isEnded = true;
        await transport.EndClientOutputAsync();
    }

    /// <summary>Takes the handshake as far as open-ok.</summary>
    public async Task LogInAsync(Login login)
    {
        await StartAsync(login);
        Write(0, new ConnectionTuneOk(login.ChannelMax, login.FrameMax, login.Heartbeat));
        Write(0, new ConnectionOpen(login.VirtualHost, "", Insist: false));
        await ExpectAsync<ConnectionOpenOk>(0);
    }

    /// <summary>Takes the handshake as far as tune.</summary>
    public async Task<ConnectionTune> StartAsync(Login login)
    {
        Write(FrameConstants.ProtocolHeader);
        await ExpectAsync<ConnectionStart>(0);
        Write(0, new ConnectionStartOk(login.ClientProperties, login.Mechanism, login.Response, "en_US"));
        return await ExpectAsync<ConnectionTune>(0);
    }

    public Task<ChannelOpenOk> OpenChannelAsync(ushort channel) => CallAsync<ChannelOpen, ChannelOpenOk>(channel, default);

    public Task<TReply> CallAsync<T, TReply>(ushort channel, T method)
        where T : struct, IAmqpMethod<T>
        where TReply : struct, IAmqpMethod<TReply> => Write(channel, method).ExpectAsync<TReply>(channel);

    public Task<QueueDeclareOk> DeclareAsync(string queue, ushort channel = 1) =>
        CallAsync<QueueDeclare, QueueDeclareOk>(channel, new QueueDeclare { Queue = queue });

    public async Task ConsumeAsync(string queue, string tag, bool noAck = false, ushort channel = 1) =>
        await CallAsync<BasicConsume, BasicConsumeOk>(channel, new BasicConsume { Queue = queue, ConsumerTag = tag, NoAck = noAck });

    /// <summary>How many messages are ready in a queue.</summary>
    public async Task<uint> CountAsync(string queue, ushort channel = 1) =>
        (await CallAsync<QueueDeclare, QueueDeclareOk>(channel, new QueueDeclare { Queue = queue, Passive = true })).MessageCount;

    /// <summary>Waits for the next event, which must be this method on this channel.</summary>
    public async Task<T> ExpectAsync<T>(ushort channel)
        where T : struct, IAmqpMethod<T> => (await ExpectContentAsync<T>(channel)).Decode<T>();

    /// <summary>As <see cref="ExpectAsync"/>, with the content the method carries.</summary>
    public async Task<ReceivedMethod> ExpectContentAsync<T>(ushort channel)
        where T : struct, IAmqpMethod<T>
    {
        var received = await ReceiveAsync();
        return received is ReceivedMethod method && method.Id == T.Id && method.Channel == channel
            ? method
            : throw new UnexpectedEventException($"Expected {T.Id} on channel {channel}, received {received}.");
    }

    /// <summary>Waits for a delivery and gives its tag and body.</summary>
    public async Task<(ulong Tag, string Body, bool IsRedelivered)> DeliveryAsync(ushort channel = 1)
    {
        var received = await ExpectContentAsync<BasicDeliver>(channel);
        var deliver = received.Decode<BasicDeliver>();
        return (deliver.DeliveryTag, System.Text.Encoding.UTF8.GetString(received.Body!), deliver.Redelivered);
    }

    /// <summary>Waits for the next event, which must be a close of either kind.</summary>
    public async Task<Closing> ExpectCloseAsync()
    {
        var received = await ReceiveAsync();
        switch (received)
        {
            case ReceivedMethod { Id: MethodId.ChannelClose } method:
                var channel = method.Decode<ChannelClose>();
                return new Closing("Ch", (int)channel.ReplyCode, channel.ReplyText, $"{channel.ClassId}.{channel.MethodId}");
            case ReceivedMethod { Id: MethodId.ConnectionClose } method:
                var close = method.Decode<ConnectionClose>();
                return new Closing("Co", (int)close.ReplyCode, close.ReplyText, $"{close.ClassId}.{close.MethodId}");
            default:
                throw new UnexpectedEventException($"Expected a close, received {received}.");
        }
    }

    /// <summary>Leaves out so many of the events to come.</summary>
    public void Skip(int events) => _skipped += events;

    /// <summary>Waits until the server is done, which must be the next that happens.</summary>
    public async Task ExpectEndAsync()
    {
        Assert.That(await ReceiveAsync(), Is.InstanceOf<SocketEnd>());
        await Served.WaitAsync(Deadline);
    }

    /// <summary>Reads whatever comes until the server is done.</summary>
    public async Task ReadToEndAsync()
    {
        while (await ReceiveAsync() is not SocketEnd)
        {
        }

        await Served.WaitAsync(Deadline);
    }

    /// <summary>Waits until everything sent has been handled with all its consequences here, and gives what came meanwhile.</summary>
    public async Task<IReadOnlyList<WireEvent>> QuiesceAsync()
    {
        var received = new List<WireEvent>();

        // The first answer leaves with the end of its read at the latest; the second comes from a read after that.
        for (var i = 0; i < 2; i++)
        {
            Write(0, new ConnectionUpdateSecret(default, ""));
            while (await ReceiveAsync() is var next && next is not ReceivedMethod { Id: MethodId.ConnectionUpdateSecretOk })
            {
                received.Add(next);
                if (next is SocketEnd)
                {
                    throw new UnexpectedEventException("The connection has ended.");
                }
            }
        }

        return received;
    }

    /// <summary>The next event; contents are put together first.</summary>
    public async Task<WireEvent> ReceiveAsync()
    {
        if (Unflushed > 0)
        {
            await FlushAsync();
        }

        return await ReadAsync();
    }

    /// <summary>As <see cref="ExpectAsync"/> without flushing, for when another task does the sending.</summary>
    public async Task ReadOnlyAsync<T>()
        where T : struct, IAmqpMethod<T> =>
        Assert.That((await ReadAsync() as ReceivedMethod)?.Id, Is.EqualTo(T.Id));

    private async Task<WireEvent> ReadAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (true)
        {
            var result = await transport.ClientInput.ReadAsync(deadline.Token);
            var buffer = result.Buffer;
            var received = TryTake(ref buffer);
            transport.ClientInput.AdvanceTo(buffer.Start, received is null ? buffer.End : buffer.Start);
            if (received is not null && _skipped-- <= 0)
            {
                _skipped = 0;
                return received;
            }

            if (result.IsCompleted || result.IsCanceled)
            {
                Assert.That(buffer.Length, Is.Zero, "the server stopped in the middle of a frame");
                return new SocketEnd(IsReset: IsAborted);
            }
        }
    }

    /// <summary>How many octets wait to be read.</summary>
    public long Unread()
    {
        if (!transport.ClientInput.TryRead(out var result))
        {
            return 0;
        }

        var length = result.Buffer.Length;
        transport.ClientInput.AdvanceTo(result.Buffer.Start);
        return length;
    }

    public async ValueTask DisposeAsync()
    {
        await transport.EndClientOutputAsync();
        await transport.ClientInput.CompleteAsync();
        await Served.WaitAsync(Deadline);
    }

    private WireEvent? TryTake(ref ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length >= 8 && buffer.FirstSpan[0] == 'A')
        {
            var header = buffer.Slice(0, 8).ToArray();
            buffer = buffer.Slice(8);
            return new ReceivedProtocolHeader(header);
        }

        while (FrameReader.TryRead(ref buffer, LargestFrame, out var frame))
        {
            if (Take(frame) is { } received)
            {
                return received;
            }
        }

        return null;
    }

    private WireEvent? Take(in Frame frame)
    {
        switch (frame.Type)
        {
            case FrameType.Heartbeat:
                return new ReceivedHeartbeat();
            case FrameType.Method:
                var payload = frame.Payload.ToArray();
                var method = new ReceivedMethod(frame.Channel, MethodDecoder.ReadId(payload), payload);
                if (method.Id is not (MethodId.BasicDeliver or MethodId.BasicGetOk or MethodId.BasicReturn))
                {
                    return method;
                }

                _contents.Add(frame.Channel, (method, null, 0, []));
                return null;
            case FrameType.Header:
                var header = ContentHeader.Read(frame.Payload.ToArray());
                _contents[frame.Channel] = _contents[frame.Channel] with
                {
                    Properties = header.Properties.ToArray(),
                    Size = header.BodySize,
                };
                break;
            default:
                _contents[frame.Channel].Body.AddRange(frame.Payload.ToArray());
                LargestBodyFrame = Math.Max(LargestBodyFrame, (int)frame.Payload.Length);
                break;
        }

        var content = _contents[frame.Channel];
        if ((ulong)content.Body.Count < content.Size)
        {
            return null;
        }

        _contents.Remove(frame.Channel);
        return content.Method with { Properties = content.Properties, Body = [.. content.Body] };
    }
}
