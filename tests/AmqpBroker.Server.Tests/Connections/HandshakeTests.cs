using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Connections;

public sealed class HandshakeTests
{
    [TestCase("414D515000000901", TestName = "The header of AMQP 0-9-1 is answered with connection.start")]
    [TestCase("414D515001010009", TestName = "The header of AMQP 0-9 is taken for 0-9-1")]
    public async Task An_accepted_header_is_answered_with_start(string header)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();

        var start = await client.Write(Convert.FromHexString(header)).ExpectAsync<ConnectionStart>(0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((start.VersionMajor, start.VersionMinor), Is.EqualTo((0, 9)));
            Assert.That(start.Mechanisms, Is.EqualTo("AMQPLAIN PLAIN"));
            Assert.That(start.Locales, Is.EqualTo("en_US"));
            Assert.That(start.ServerProperties.TryGet("product", out _), Is.True);
            Assert.That(
                start.ServerProperties.Select(entry => entry.Name),
                Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That(start.ServerProperties.TryGet("capabilities", out var capabilities), Is.True);
            Assert.That(capabilities.AsTable(), Has.Count.EqualTo(9));
        }
    }

    [TestCase("414D515001010800", TestName = "AMQP 0-8 is refused")]
    [TestCase("414D515000000900", TestName = "AMQP 0-9-0 is refused")]
    [TestCase("414D515000000A00", TestName = "AMQP 0-10 is refused")]
    [TestCase("414D515003010000", TestName = "AMQP 1.0 with SASL is refused")]
    [TestCase("414D515000010000", TestName = "AMQP 1.0 is refused")]
    [TestCase("474554202F204854", TestName = "HTTP is refused")]
    [TestCase("1603010200010001", TestName = "TLS is refused")]
    [TestCase("0000000000000000000000", TestName = "Zeros are refused")]
    public async Task Another_protocol_gets_the_header_of_this_one_and_an_end(string header)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();

        var answer = await client.Write(Convert.FromHexString(header)).ReceiveAsync();

        Assert.That(((ReceivedProtocolHeader)answer).Octets, Is.EqualTo(FrameConstants.ProtocolHeader.ToArray()));
        await client.ExpectEndAsync();
    }

    [Test]
    public async Task A_header_may_come_in_pieces()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect(unreadLimit: BrokerUnderTest.InStep);

        foreach (var pair in FrameConstants.ProtocolHeader.ToArray().Chunk(2))
        {
            await client.Write(pair).FlushAsync();
        }

        await client.ExpectAsync<ConnectionStart>(0);
    }

    [Test]
    public async Task Tune_offers_the_limits_of_the_settings()
    {
        await using var broker = new BrokerUnderTest();

        var tune = await broker.Connect().StartAsync(new Login());

        Assert.That(tune, Is.EqualTo(new ConnectionTune(2047, 131_072, 60)));
    }

    [Test]
    public async Task A_client_may_send_its_whole_side_at_once()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        var login = new Login();

        client.Write(FrameConstants.ProtocolHeader)
            .Write(0, new ConnectionStartOk(login.ClientProperties, login.Mechanism, login.Response, "en_US"))
            .Write(0, new ConnectionTuneOk(1, 131_072, 0))
            .Write(0, new ConnectionOpen("/", "", Insist: false))
            .Write(1, new ChannelOpen(""))
            .Publish(1, "", "nowhere", new byte[100_000], mandatory: true);

        await client.ExpectAsync<ConnectionStart>(0);
        await client.ExpectAsync<ConnectionTune>(0);
        await client.ExpectAsync<ConnectionOpenOk>(0);
        await client.ExpectAsync<ChannelOpenOk>(1);
        var returned = await client.ExpectContentAsync<BasicReturn>(1);
        Assert.That(returned.Body, Has.Length.EqualTo(100_000));
    }

    [Test]
    public async Task AMQPLAIN_logs_in()
    {
        await using var broker = new BrokerUnderTest();

        await broker.OpenAsync(new Login { Mechanism = "AMQPLAIN", Response = AmqPlain("guest", "guest") });
    }

    [TestCase("PLAIN")]
    [TestCase("AMQPLAIN")]
    public async Task A_wrong_password_is_told_at_once_to_a_client_that_wants_to_know_and_ends_it_after_three_seconds(string mechanism)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        var response = mechanism == "PLAIN" ? "\0guest\0wrong"u8.ToArray() : AmqPlain("guest", "wrong");

        await AnswerStartAsync(client, new Login { Mechanism = mechanism, Response = response });
        var close = await client.ExpectCloseAsync();
        Assert.That(close, Is.EqualTo(new Close(
            "Co",
            403,
            $"ACCESS_REFUSED - Login was refused using authentication mechanism {mechanism}. For details see the broker logfile.",
            "0.0")));

        await ExpectDropAfterAsync(broker, client, 3);
    }

    [TestCase("PLAIN", "\0guest\0wrong", TestName = "A wrong password drops the connection silently without the capability")]
    [TestCase("PLAIN", "\0nobody\0guest", TestName = "An unknown user is dropped silently without the capability")]
    [TestCase("PLAIN", "zid\0guest\0guest", TestName = "An authorisation identity is refused silently")]
    [TestCase("PLAIN", "", TestName = "An empty PLAIN response is refused silently")]
    [TestCase("PLAIN", "\0guest", TestName = "A PLAIN response without password is refused silently")]
    [TestCase("plain", "\0guest\0guest", TestName = "The mechanism's case matters")]
    [TestCase("EXTERNAL", "", TestName = "A mechanism that is not offered is refused silently")]
    [TestCase("", "\0guest\0guest", TestName = "No mechanism is refused silently")]
    [TestCase("AMQPLAIN", "nonsense", TestName = "A broken AMQPLAIN table is refused silently")]
    [TestCase("AMQPLAIN", "", TestName = "An empty AMQPLAIN table is refused silently")]
    public async Task A_failed_login_ends_after_three_seconds_without_a_frame(string mechanism, string response)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();

        await AnswerStartAsync(client, new Login
        {
            Mechanism = mechanism,
            Response = System.Text.Encoding.UTF8.GetBytes(response),
            Capabilities = [],
        });

        await ExpectDropAfterAsync(broker, client, 3);
    }

    [TestCase("PLAIN", "zid\0guest\0guest")]
    [TestCase("SCRAM", "")]
    public async Task A_malformed_response_gets_no_frame_even_with_the_capability(string mechanism, string response)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();

        await AnswerStartAsync(
            client, new Login { Mechanism = mechanism, Response = System.Text.Encoding.UTF8.GetBytes(response) });

        await ExpectDropAfterAsync(broker, client, 3);
    }

    [Test]
    public async Task AMQPLAIN_with_a_length_before_its_table_is_refused_silently()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        var table = AmqPlain("guest", "guest");

        await AnswerStartAsync(client, new Login { Mechanism = "AMQPLAIN", Response = [0, 0, 0, (byte)table.Length, .. table] });

        await ExpectDropAfterAsync(broker, client, 3);
    }

    [TestCaseSource(nameof(BeforeItsTime))]
    public async Task What_comes_before_start_ok_ends_the_connection_after_three_seconds_without_a_frame(byte[] octets)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.Write(FrameConstants.ProtocolHeader).ExpectAsync<ConnectionStart>(0);

        await client.Write(octets).FlushAsync();

        await ExpectDropAfterAsync(broker, client, 3);
    }

    [Test]
    public async Task Connection_open_before_tune_ok_ends_the_connection_after_three_seconds_without_a_frame()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.StartAsync(new Login());

        await client.SendAsync(0, new ConnectionOpen("/", "", Insist: false));

        await ExpectDropAfterAsync(broker, client, 3);
    }

    [Test]
    public async Task A_channel_before_connection_open_is_refused_with_505()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.StartAsync(new Login());

        client.Write(0, new ConnectionTuneOk(1, 4096, 0)).Write(1, new ChannelOpen(""));

        Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(
            new Close("Co", 505, "UNEXPECTED_FRAME - type 1, all octets = <<0,20,0,10,0>>", "0.0")));
        broker.Advance(3);
        await client.ExpectEndAsync();
    }

    [TestCase(0, 131072, "channel_max = 0 (no limit) is higher than the maximum allowed value (2047)")]
    [TestCase(2048, 131072, "channel_max = 2048 is higher than the maximum allowed value (2047)")]
    [TestCase(1, 0, "frame_max = 0 (no limit) is higher than the maximum allowed value (131072)")]
    [TestCase(1, 131073, "frame_max = 131073 is higher than the maximum allowed value (131072)")]
    [TestCase(1, 4095, "frame_max = 4095 is lower than the minimum allowed value (4096)")]
    public async Task Limits_out_of_range_are_refused(int channelMax, int frameMax, string text)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.StartAsync(new Login());

        client.Write(0, new ConnectionTuneOk((ushort)channelMax, (uint)frameMax, 0));

        Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(new Close("Co", 530, $"NOT_ALLOWED - negotiated {text}", "10.30")));
    }

    [TestCase(1, 4096, 0)]
    [TestCase(2047, 131072, 65535)]
    public async Task Limits_in_range_are_taken(int channelMax, int frameMax, int heartbeat)
    {
        await using var broker = new BrokerUnderTest();

        await broker.OpenAsync(new Login
        {
            ChannelMax = (ushort)channelMax,
            FrameMax = (uint)frameMax,
            Heartbeat = (ushort)heartbeat,
        });
    }

    [TestCase("nope", "NOT_ALLOWED - vhost nope not found")]
    [TestCase("", "NOT_ALLOWED - vhost  not found")]
    public async Task A_missing_virtual_host_is_refused(string virtualHost, string text)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.StartAsync(new Login());

        client.Write(0, new ConnectionTuneOk(1, 4096, 0)).Write(0, new ConnectionOpen(virtualHost, "", Insist: false));

        Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(new Close("Co", 530, text, "10.40")));
        await client.SendAsync(0, default(ConnectionCloseOk));
        await client.ExpectEndAsync();
    }

    [Test]
    public async Task A_start_ok_of_more_than_4096_octets_is_taken()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.Write(FrameConstants.ProtocolHeader).ExpectAsync<ConnectionStart>(0);
        var properties = new FieldTableBuilder().Add("token", new string('x', 7000)).Build();

        client.Write(0, new ConnectionStartOk(properties, "PLAIN", "\0guest\0guest"u8.ToArray(), "en_US"));

        await client.ExpectAsync<ConnectionTune>(0);
    }

    [Test]
    public async Task A_start_ok_of_more_than_8192_octets_ends_the_connection_after_three_seconds_without_a_frame()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.Write(FrameConstants.ProtocolHeader).ExpectAsync<ConnectionStart>(0);
        var properties = new FieldTableBuilder().Add("token", new string('x', 9000)).Build();

        await client.SendAsync(0, new ConnectionStartOk(properties, "PLAIN", "\0guest\0guest"u8.ToArray(), "en_US"));

        await ExpectDropAfterAsync(broker, client, 3);
    }

    [TestCase(0)]
    [TestCase(7)]
    public async Task Silence_ends_the_connection_after_the_handshake_timeout(int octets)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.Write(FrameConstants.ProtocolHeader[..octets]).FlushAsync();
        await Eventually.TrueAsync(() => broker.Connections == 1, "the connection to be served", default);

        broker.Advance(9.5);
        Assert.That(client.Connection.Lifetime.IsExpired, Is.False);
        broker.Advance(0.5);

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task An_unfinished_handshake_ends_after_the_timeout_however_much_is_sent()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.StartAsync(new Login());
        broker.Advance(9);
        await client.SendAsync(0, new ConnectionTuneOk(1, 4096, 0));
        await Eventually.TrueAsync(() => client.Connection.State == ConnectionState.Opening, "tune-ok to be read", default);

        broker.Advance(1);

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task An_open_connection_has_no_deadline()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        broker.Advance(3600);

        await client.QuiesceAsync();
    }

    [Test]
    public async Task A_client_may_close_between_tune_and_open()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.StartAsync(new Login());

        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, new ConnectionClose(Protocol.ReplyCode.Success, "", 0, 0));

        await client.EndAsync();
        await client.ExpectEndAsync();
    }

    [Test]
    public async Task A_shutdown_during_the_handshake_closes_the_connection()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.StartAsync(new Login());

        client.Connection.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(320));
    }

    private static IEnumerable<TestCaseData> BeforeItsTime() =>
    [
        Case("connection.open", RawAmqpClient.Encode(0, new ConnectionOpen("/", "", false))),
        Case("channel.open", RawAmqpClient.Encode(1, new ChannelOpen(""))),
        Case("connection.tune-ok", RawAmqpClient.Encode(0, new ConnectionTuneOk(1, 4096, 0))),
        Case("connection.secure-ok", RawAmqpClient.Encode(0, new ConnectionSecureOk(default))),
        Case("connection.close", RawAmqpClient.Encode(0, default(ConnectionClose))),
        Case("an unknown method", ForgedFrame.Of(1, 0, [0, 10, 0, 99])),
        Case("a truncated start-ok", ForgedFrame.Of(1, 0, [0, 10, 0, 11, 0])),
        Case("a body", ForgedFrame.Of(3, 1, [1])),
        Case("a frame without its end", ForgedFrame.Of(1, 0, [0, 10, 0, 11], end: 0)),
        Case("a frame of unknown type", ForgedFrame.Of(5, 0, [])),
    ];

    private static TestCaseData Case(string what, byte[] octets) =>
        new TestCaseData(octets).SetName($"Before start-ok {what} ends the connection after three seconds without a frame");

    private static async Task AnswerStartAsync(TestClient client, Login login)
    {
        await client.Write(FrameConstants.ProtocolHeader).ExpectAsync<ConnectionStart>(0);
        await client.SendAsync(0, new ConnectionStartOk(login.ClientProperties, login.Mechanism, login.Response, "en_US"));
    }

    private static async Task ExpectDropAfterAsync(BrokerUnderTest broker, TestClient client, double seconds)
    {
        await Eventually.TrueAsync(() => client.Connection.State == ConnectionState.Refused, "the client to be refused", default);
        broker.Advance(seconds - 0.5);
        Assert.That(client.Connection.Lifetime.IsExpired, Is.False, "too early");
        broker.Advance(0.5);
        await client.ExpectEndAsync();
    }

    private static byte[] AmqPlain(string user, string password) =>
        new FieldTableBuilder().Add("LOGIN", user).Add("PASSWORD", password).Build().ToContent();
}
