using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Connections;

public sealed class ChannelLifecycleTests
{
    private static readonly QueueDeclare Mistake = new() { Queue = "missing", Passive = true };

    [TestCase(1)]
    [TestCase(65535)]
    public async Task A_channel_opens_whatever_its_number(int number)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        await client.LogInAsync(new Login { ChannelMax = 1 });

        var answer = await client.OpenChannelAsync((ushort)number);

        Assert.That(answer.ChannelId, Is.Empty);
    }

    [Test]
    public async Task Channel_max_limits_how_many_are_open_at_once()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { ChannelMax = 2 });
        await client.OpenChannelAsync(7);
        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        await client.OpenChannelAsync(8);

        client.Write(9, default(ChannelOpen));

        Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(new Close(
            "Co", 530, "NOT_ALLOWED - number of channels opened (2) has reached the negotiated channel_max (2)", "0.0")));
    }

    [Test]
    public async Task A_number_can_be_used_again_after_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        await client.OpenChannelAsync(1);

        await client.CallAsync<BasicQos, BasicQosOk>(1, default);
    }

    [Test]
    public async Task A_number_can_be_used_again_without_waiting_for_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Write(1, default(ChannelClose)).Write(1, default(ChannelOpen)).Write(1, default(BasicQos));

        await client.ExpectAsync<ChannelCloseOk>(1);
        await client.ExpectAsync<ChannelOpenOk>(1);
        await client.ExpectAsync<BasicQosOk>(1);
    }

    [Test]
    public async Task What_is_sent_after_an_error_is_dropped_until_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Write(1, Mistake)
            .Write(1, new QueueDeclare { Queue = "dropped" })
            .Publish(1, "", "missing", new byte[10])
            .Write(1, new BasicAck(99, false))
            .Write(1, new BasicQos(1, 1, false))
            .Write(ForgedFrame.Of(3, 1, [1, 2, 3]))
            .Write(1, default(ChannelCloseOk))
            .Write(1, default(ChannelOpen))
            .Write(1, new QueueDeclare { Queue = "dropped", Passive = true });

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(404));
        await client.ExpectAsync<ChannelOpenOk>(1);
        Assert.That((await client.ExpectCloseAsync()).Text, Is.EqualTo("NOT_FOUND - no queue 'dropped' in vhost '/'"));
    }

    [Test]
    public async Task A_number_is_reserved_until_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { ChannelMax = 1 });
        await client.Write(1, Mistake).ExpectCloseAsync();

        client.Write(2, default(ChannelOpen));

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(530));
    }

    [Test]
    public async Task Closes_that_cross_are_both_answered_and_the_number_is_free_again()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Write(1, Mistake).Write(1, default(ChannelClose));
        await client.ExpectCloseAsync();
        await client.ExpectAsync<ChannelCloseOk>(1);
        client.Write(1, default(ChannelCloseOk)).Write(1, default(ChannelOpen));

        await client.ExpectAsync<ChannelOpenOk>(1);
        await client.CallAsync<BasicQos, BasicQosOk>(1, default);
    }

    [Test]
    public async Task Closes_that_cross_leave_the_number_free_for_a_client_that_sends_no_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Write(1, Mistake).Write(1, default(ChannelClose));
        await client.ExpectCloseAsync();
        await client.ExpectAsync<ChannelCloseOk>(1);
        client.Write(1, default(ChannelOpen));

        await client.ExpectAsync<ChannelOpenOk>(1);
    }

    [Test]
    public async Task Other_channels_go_on_when_one_is_closed()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.DeclareAsync("q", channel: 2);
        await client.ConsumeAsync("q", "c", channel: 2);

        client.Write(1, Mistake).Publish(2, "", "q", "m"u8);

        await client.ExpectCloseAsync();
        Assert.That(await client.DeliveryAsync(2), Is.EqualTo((1UL, "m", false)));
    }

    [Test]
    public async Task What_a_closed_channel_had_unsettled_goes_back_flagged_redelivered([Values] bool isClosedByError)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.DeclareAsync("q");
        await client.Publish(1, "", "q", "a"u8).Publish(1, "", "q", "b"u8).ConsumeAsync("q", "c");
        await client.DeliveryAsync();
        await client.DeliveryAsync();

        if (isClosedByError)
        {
            await client.Write(1, Mistake).ExpectCloseAsync();
        }
        else
        {
            await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        }

        await client.ConsumeAsync("q", "c", channel: 2);
        Assert.That(await client.DeliveryAsync(2), Is.EqualTo((1UL, "a", true)));
        Assert.That(await client.DeliveryAsync(2), Is.EqualTo((2UL, "b", true)));
    }

    [Test]
    public async Task An_ack_counts_when_an_error_follows_in_the_same_read()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.DeclareAsync("q");
        await client.Publish(1, "", "q", "a"u8).ConsumeAsync("q", "c");
        await client.DeliveryAsync();

        client.Write(1, new BasicAck(1, false)).Publish(1, "missing", "", default);
        await client.ExpectCloseAsync();

        Assert.That(await client.CountAsync("q", channel: 2), Is.Zero);
    }

    [Test]
    public async Task The_first_of_two_errors_in_a_read_is_told()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Write(1, new BasicAck(1, false)).Publish(1, "missing", "", default);

        Assert.That((await client.ExpectCloseAsync()).Text, Is.EqualTo("PRECONDITION_FAILED - unknown delivery tag 1"));
        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task An_error_of_one_channel_found_while_another_is_handled_closes_the_right_one()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);

        client.Write(1, new BasicAck(1, false)).Write(2, new BasicNack(2, false, false)).Write(2, default(BasicQos));

        var first = await client.ExpectContentAsync<ChannelClose>(1);
        var second = await client.ExpectContentAsync<ChannelClose>(2);
        Assert.That(first.Decode<ChannelClose>().ReplyText, Does.EndWith("unknown delivery tag 1"));
        Assert.That(second.Decode<ChannelClose>().ReplyText, Does.EndWith("unknown delivery tag 2"));
    }

    [Test]
    public async Task A_flow_of_true_is_answered()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        var answer = await client.CallAsync<ChannelFlow, ChannelFlowOk>(1, new ChannelFlow(true));

        Assert.That(answer.Active, Is.True);
    }

    [Test]
    public async Task An_access_request_is_granted_with_ticket_1()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        var answer = await client.CallAsync<AccessRequest, AccessRequestOk>(1, default);

        Assert.That(answer.Ticket, Is.EqualTo(1));
    }
}
