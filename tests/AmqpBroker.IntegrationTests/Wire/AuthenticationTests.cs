using System.Diagnostics;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

public sealed class AuthenticationTests
{
    private static readonly byte[] WrongPassword = RawLogin.Plain("guest", "wrong");
    private static readonly byte[] UnknownUser = RawLogin.Plain("nobody", "guest");

    /// <summary>A refused client waits three seconds, so that passwords cannot be tried fast. A little less is allowed
    /// for, as clocks differ.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(2.5);

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_broker_offers_amqplain_and_plain(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.Connected, cancellationToken);
        await client.SendAsync("AMQP\0\0\t\u0001"u8.ToArray(), cancellationToken);

        var start = await client.ExpectAsync<ConnectionStart>(cancellationToken);

        Assert.That(start.Mechanisms.Split(' '), Is.EquivalentTo(new[] { "AMQPLAIN", "PLAIN" }));
        Assert.That(start.Locales, Is.EqualTo("en_US"));
    }

    [TestCaseSource(nameof(WrongLogins))]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_that_can_be_told_is_told(byte[] response, CancellationToken cancellationToken)
    {
        await using var client = await LogInAsync(new RawLogin { Response = response }, cancellationToken);

        var close = await client.ExpectAsync<ConnectionClose>(cancellationToken);

        Assert.That(
            new Closing((int)close.ReplyCode, close.ReplyText, close.ClassId, close.MethodId),
            Is.EqualTo(new Closing(
                403,
                "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile.")));
    }

    [TestCaseSource(nameof(WrongLogins))]
    [CancelAfter(Deadline.Normal)]
    public async Task Another_client_waits_and_learns_nothing(byte[] response, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var client = await LogInAsync(
            new RawLogin { Response = response, Capabilities = FieldTable.Empty }, cancellationToken);

        await client.ExpectEndAsync(cancellationToken);

        Assert.That(Stopwatch.GetElapsedTime(started), Is.GreaterThan(LeastWait));
    }

    [TestCase("PLAIN", "guestguest", Description = "no separators")]
    [TestCase("PLAIN", "zid\0guest\0guest", Description = "another identity to act as")]
    [TestCase("NOPE", "\0guest\0guest")]
    [TestCase("plain", "\0guest\0guest", Description = "names are case-sensitive")]
    [TestCase("EXTERNAL", "")]
    [TestCase("AMQPLAIN", "\u007f\u007f")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_login_that_makes_no_sense_ends_without_a_word(
        string mechanism, string response, CancellationToken cancellationToken)
    {
        await using var client = await LogInAsync(
            new RawLogin { Mechanism = mechanism, Response = System.Text.Encoding.Latin1.GetBytes(response) }, cancellationToken);

        await client.ExpectEndAsync(cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Amqplain_takes_a_table_without_its_length(CancellationToken cancellationToken)
    {
        var credentials = new FieldTableBuilder()
            .Add("LOGIN", SharedBroker.Endpoint.User)
            .Add("PASSWORD", SharedBroker.Endpoint.Password)
            .Build();

        await using var client = await LogInAsync(
            new RawLogin { Mechanism = "AMQPLAIN", Response = credentials.ToContent() }, cancellationToken);

        await client.ExpectAsync<ConnectionTune>(cancellationToken);
    }

    [TestCase("nope", "NOT_ALLOWED - vhost nope not found")]
    [TestCase("", "NOT_ALLOWED - vhost  not found")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_missing_vhost_is_refused(string vhost, string text, CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.Tuned, cancellationToken);
        await client.SendAsync(0, new ConnectionTuneOk(2047, 131_072, 0), cancellationToken);

        await client.SendAsync(0, new ConnectionOpen(vhost, string.Empty, Insist: false), cancellationToken);

        await WireAssert.ConnectionClosedAsync(client, new Closing(530, text, 10, 40), cancellationToken);
    }

    [Test]
    [Category("Slow")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_handshake_that_stops_half_way_is_dropped(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.Tuned, cancellationToken);

        await client.ExpectEndAsync(cancellationToken);
    }

    private static IEnumerable<TestCaseData> WrongLogins() =>
    [
        new TestCaseData(WrongPassword).SetArgDisplayNames("wrong password"),
        new TestCaseData(UnknownUser).SetArgDisplayNames("unknown user"),
    ];

    private static Task<RawAmqpClient> LogInAsync(RawLogin login, CancellationToken cancellationToken) =>
        RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.LoggedIn, cancellationToken, login);
}
