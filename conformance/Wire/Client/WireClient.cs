using System.Net.Sockets;
using System.Text;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>
/// A connection that sends whatever a test wants, and shows every frame that comes back. Confined to its test: one call at a time.
/// </summary>
public sealed class WireClient : IAsyncDisposable
{
    /// <summary>Longer than any answer takes, and than the 10 s that a broker gives a handshake.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly byte[] ProtocolHeader = [.. "AMQP"u8, 0, 0, 9, 1];

    private readonly TcpClient _socket;

    private WireClient(TcpClient socket) => _socket = socket;

    /// <summary>The largest frame it sends, once connection.tune has been answered.</summary>
    public int FrameMax { get; private set; } = 131_072;

    /// <summary>What connection.tune offered.</summary>
    public WireMethod? Tune { get; private set; }

    /// <summary>Client capabilities of <see cref="OpenAsync"/>, as the official clients announce them.</summary>
    public static FieldTable AllCapabilities => new()
    {
        {
            "capabilities", new FieldTable
            {
                { "publisher_confirms", true },
                { "basic.nack", true },
                { "consumer_cancel_notify", true },
                { "connection.blocked", true },
                { "authentication_failure_close", true },
            }
        },
    };

    /// <summary>The response of the mechanism PLAIN.</summary>
    public static byte[] Plain(string user, string password) => Encoding.UTF8.GetBytes($"\0{user}\0{password}");

    /// <summary>A TCP connection on which nothing has been sent.</summary>
    public static async Task<WireClient> ConnectAsync()
    {
        var socket = new TcpClient { NoDelay = true };
        try
        {
            await socket.ConnectAsync(Broker.Uri.Host, Broker.Uri.Port);
            return new WireClient(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>An open connection, without heartbeats, with no channel yet.</summary>
    public static async Task<WireClient> OpenAsync(
        FieldTable? clientProperties = null, int channelMax = 0, int frameMax = 0, int heartbeat = 0)
    {
        var client = await ConnectAsync();
        await client.LogInAsync(clientProperties);
        await client.TuneAsync(channelMax, frameMax, heartbeat);
        await client.SendAsync(0, "connection.open", ("virtual-host", Broker.Uri.VirtualHost));
        await client.ExpectAsync("connection.open-ok", channel: 0);
        return client;
    }

    public Task SendProtocolHeaderAsync() => SendAsync(ProtocolHeader);

    /// <summary>From the protocol header to connection.tune; as the user of the URI, unless another is named.</summary>
    public async Task LogInAsync(FieldTable? clientProperties = null, string? user = null, string? password = null)
    {
        await SendProtocolHeaderAsync();
        await ExpectAsync("connection.start", channel: 0);
        await SendAsync(
            0,
            "connection.start-ok",
            ("client-properties", clientProperties ?? AllCapabilities),
            ("mechanism", "PLAIN"),
            ("response", Plain(user ?? Broker.Uri.User, password ?? Broker.Uri.Password)),
            ("locale", "en_US"));
        Tune = await ExpectAsync("connection.tune", channel: 0);
    }

    /// <summary>Answers connection.tune; zero takes what the broker offered, but no heartbeats.</summary>
    public Task TuneAsync(int channelMax = 0, int frameMax = 0, int heartbeat = 0)
    {
        FrameMax = frameMax > 0 ? frameMax : (int)Tune!.Number("frame-max");
        return SendAsync(
            0,
            "connection.tune-ok",
            ("channel-max", channelMax > 0 ? channelMax : Tune!.Number("channel-max")),
            ("frame-max", FrameMax),
            ("heartbeat", heartbeat));
    }

    public async Task SendAsync(params byte[] octets)
    {
        try
        {
            await _socket.GetStream().WriteAsync(octets);
        }
        catch (IOException)
        {
            // The broker has closed the socket already: the test sees that when it reads.
        }
    }

    public Task SendAsync(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return SendAsync(frame.Encode());
    }

    public Task SendAsync(int channel, string method, params ReadOnlySpan<(string Field, object? Value)> fields) =>
        SendAsync(Encode(channel, method, fields));

    /// <summary>The octets of a method frame.</summary>
    public static byte[] Encode(int channel, string method, params ReadOnlySpan<(string Field, object? Value)> fields) =>
        new Frame(Frame.Method, (ushort)channel, WireMethod.Of(method, fields).Encode()).Encode();

    /// <summary>Publishes a message, its body in as many frames as it needs.</summary>
    public async Task PublishAsync(
        int channel, string exchange, string routingKey, byte[] body, WireProperties? properties = null, bool mandatory = false)
    {
        ArgumentNullException.ThrowIfNull(body);
        var octets = new WireWriter()
            .Octets(Encode(channel, "basic.publish", ("exchange", exchange), ("routing-key", routingKey), ("mandatory", mandatory)))
            .Octets(new Frame(Frame.Header, (ushort)channel, (properties ?? []).Encode(body.Length)).Encode());
        foreach (var part in body.Chunk(FrameMax - Frame.HeaderSize - 1))
        {
            octets.Octets(new Frame(Frame.Body, (ushort)channel, part).Encode());
        }

        await SendAsync(octets.ToArray());
    }

    /// <summary>The next frame, heartbeats included; null when the broker has closed the socket.</summary>
    public async Task<Frame?> ReceiveAnyAsync()
    {
        try
        {
            var header = new byte[Frame.HeaderSize];
            if (!await FillAsync(header))
            {
                return null;
            }

            var reader = new WireReader(header);
            var (type, channel, size) = (reader.Octet(), (ushort)reader.Integer(2), (int)reader.Integer(4));
            var payload = new byte[size + 1];
            Assert.That(await FillAsync(payload), "a frame was cut");
            Assert.That(payload[size], Is.EqualTo(Frame.End), "the frame-end octet");
            return new Frame(type, channel, payload[..size]);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The next frame that is no heartbeat; null when the broker has closed the socket.</summary>
    public async Task<Frame?> ReceiveAsync()
    {
        Frame? frame;
        do
        {
            frame = await ReceiveAnyAsync();
        }
        while (frame is { Type: Frame.Heartbeat });

        return frame;
    }

    /// <summary>Raw octets, as far as they come within one frame's patience.</summary>
    public async Task<byte[]> ReceiveOctetsAsync(int count)
    {
        var octets = new byte[count];
        Assert.That(await FillAsync(octets), $"{count} octets were expected");
        return octets;
    }

    /// <summary>The next frame is this method, on this channel.</summary>
    public async Task<WireMethod> ExpectAsync(string method, int channel = 1)
    {
        var frame = await ReceiveAsync();
        Assert.That(frame, Is.Not.Null, $"the socket ended where {method} was expected");
        Assert.That(frame!.Type, Is.EqualTo(Frame.Method), $"{frame} came where {method} was expected");
        var received = WireMethod.Decode(frame.Payload);
        Assert.That((received.Name, (int)frame.Channel), Is.EqualTo((method, channel)), received.ToString());
        return received;
    }

    /// <summary>The next frames are this method and its message.</summary>
    public async Task<WireContent> ExpectContentAsync(string method, int channel = 1)
    {
        var received = await ExpectAsync(method, channel);
        var header = await ReceiveAsync();
        Assert.That(header?.Type, Is.EqualTo(Frame.Header), "the content header");
        var (properties, bodySize) = WireProperties.Decode(header!.Payload);
        var body = new List<byte>();
        while (body.Count < bodySize)
        {
            var part = await ReceiveAsync();
            Assert.That(part?.Type, Is.EqualTo(Frame.Body), "a body frame");
            body.AddRange(part!.Payload);
        }

        return new WireContent(received, properties, [.. body]);
    }

    /// <summary>Sends a method and takes its answer.</summary>
    public async Task<WireMethod> CallAsync(int channel, string method, params (string Field, object? Value)[] fields)
    {
        await SendAsync(channel, method, fields);
        return await ExpectAsync($"{method}-ok", channel);
    }

    /// <summary>The broker ends the socket, without another frame.</summary>
    public async Task ExpectEndAsync()
    {
        var frame = await ReceiveAsync();
        Assert.That(frame, Is.Null, "no frame, but the end of the socket");
    }

    /// <summary>Ends the client's side of the socket, as a crash of the client would.</summary>
    public void Abort() => _socket.Client.Close(0);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> FillAsync(byte[] buffer)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var filled = await _socket.GetStream().ReadAtLeastAsync(
                buffer, buffer.Length, throwOnEndOfStream: false, patience.Token);
            return filled == buffer.Length;
        }
        catch (OperationCanceledException waited)
        {
            throw new AssertionException($"Nothing came within {Patience.TotalSeconds} s.", waited);
        }
    }
}
