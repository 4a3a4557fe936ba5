using AmqpBroker.Core.Statistics;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;

namespace AmqpBroker.Server.Tests.Channels;

/// <summary>What is counted of messages, in their queue, exchange and channel and in the sums, whatever way they go.</summary>
public sealed class CountingTests
{
    [Test]
    public async Task A_message_is_counted_on_its_way_through_exchange_and_queue()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c");
        await client.Publish(1, "", "q", "m"u8).Publish(1, "", "q", "n"u8).FlushAsync();
        await client.DeliveryAsync();
        await client.DeliveryAsync();
        await client.Write(1, new BasicAck(1, Multiple: false)).QuiesceAsync();

        using var sampler = new StatisticsSampler(broker.Broker);
        sampler.Refresh();

        var host = Host(broker);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Queue(broker, "q"), Is.EqualTo(new QueueCounters { Published = 2, Delivered = 2, Acknowledged = 1 }));
            Assert.That(Channel(broker), Is.EqualTo(new ChannelCounters { Delivered = 2, Acknowledged = 1 }));
            Assert.That(Exchange(broker, ""), Is.EqualTo((2L, 2L)));
            Assert.That(Sums(broker.Broker.Statistics.Totals), Is.EqualTo("Publish 2, PublishOut 2, Deliver 2, Ack 1, Unacked 1"));
            Assert.That(Sums(host.Totals), Is.EqualTo(Sums(broker.Broker.Statistics.Totals)));
        }
    }

    [Test]
    public async Task Deliveries_without_acknowledgement_and_gets_are_told_apart()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        client.Publish(1, "", "q", "1"u8).Publish(1, "", "q", "2"u8).Publish(1, "", "q", "3"u8);
        await client.Write(1, new BasicGet("q", NoAck: true)).ExpectContentAsync<BasicGetOk>(1);
        await client.Write(1, new BasicGet("q", NoAck: false)).ExpectContentAsync<BasicGetOk>(1);
        await client.ConsumeAsync("q", "c", noAck: true);
        await client.DeliveryAsync();
        await client.CallAsync<BasicGet, BasicGetEmpty>(1, new BasicGet("q", NoAck: true));
        await client.Write(1, new BasicReject(2, Requeue: true)).QuiesceAsync();

        Assert.That(Queue(broker, "q"), Is.EqualTo(new QueueCounters
        {
            Published = 3,
            Got = 1,
            GotNoAck = 1,
            GetEmpty = 1,
            DeliveredNoAck = 2,
            Redelivered = 1,
        }));
        Assert.That(Channel(broker), Is.EqualTo(new ChannelCounters { Got = 1, GotNoAck = 1, GetEmpty = 1, DeliveredNoAck = 2, Redelivered = 1 }));
    }

    [Test]
    public async Task What_no_queue_gets_is_counted_as_returned_or_dropped()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);
        await client.Publish(1, "amq.direct", "x", "m"u8, mandatory: true).Publish(1, "amq.direct", "x", "m"u8).QuiesceAsync();

        using var sampler = new StatisticsSampler(broker.Broker);
        sampler.Refresh();

        Assert.That(Exchange(broker, "amq.direct"), Is.EqualTo((2L, 0L)));
        Assert.That(Channel(broker).Confirmed, Is.EqualTo(2));
        Assert.That(
            Sums(broker.Broker.Statistics.Totals), Is.EqualTo("Publish 2, Confirm 2, PublishConfirmable 2, ReturnUnroutable 1, DropUnroutable 1"));
    }

    [Test]
    public async Task Messages_routed_each_by_itself_and_those_of_transactions_count_too()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("a");
        await client.DeclareAsync("b");
        var copied = BasicProperties.Empty with
        {
            Headers = new FieldTableBuilder().Add("CC", FieldValue.From([FieldValue.From("b")])).Build(),
        };
        await client.Publish(1, "", "a", "m"u8, properties: copied).QuiesceAsync();
        await client.CallAsync<TxSelect, TxSelectOk>(1, default);
        client.Publish(1, "", "a", "m"u8).Publish(1, "", "nowhere", "m"u8);
        await client.CallAsync<TxCommit, TxCommitOk>(1, default);

        using var sampler = new StatisticsSampler(broker.Broker);
        sampler.Refresh();

        Assert.That(Exchange(broker, ""), Is.EqualTo((3L, 3L)));
        Assert.That(Sums(broker.Broker.Statistics.Totals), Is.EqualTo("Publish 3, PublishOut 3, DropUnroutable 1, Ready 3"));
    }

    [Test]
    public async Task Nothing_is_missing_from_the_sums_when_channel_and_queue_are_gone()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.Publish(1, "", "q", "m"u8).QuiesceAsync();
        await client.CallAsync<QueueDelete, QueueDeleteOk>(1, new QueueDelete { Queue = "q" });
        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, default);
        await client.EndAsync();
        await client.ExpectEndAsync();

        using var sampler = new StatisticsSampler(broker.Broker);
        sampler.Refresh();

        var churn = broker.Broker.Statistics.Churn;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Sums(broker.Broker.Statistics.Totals), Is.EqualTo("Publish 1, PublishOut 1"));
            Assert.That((churn.ConnectionsOpened, churn.ConnectionsClosed), Is.EqualTo((1, 1)));
            Assert.That((churn.ChannelsOpened, churn.ChannelsClosed), Is.EqualTo((1, 1)));
            Assert.That((churn.QueuesDeclared, churn.QueuesCreated, churn.QueuesDeleted), Is.EqualTo((1, 1, 1)));
            Assert.That(broker.Broker.Statistics.AuthAttempts.List(), Is.EqualTo(((string, long, long)[])[("amqp091", 1, 0)]));
        }
    }

    [Test]
    public async Task A_queue_declared_again_is_not_made_again()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        for (var i = 0; i < 2; i++)
        {
            await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "durable", Durable = true });
            await client.DeclareAsync("transient");
        }

        var churn = broker.Broker.Statistics.Churn;
        Assert.That((churn.QueuesDeclared, churn.QueuesCreated), Is.EqualTo((4, 2)));
    }

    [Test]
    public async Task Messages_that_die_are_counted_by_the_reason()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare
        {
            Queue = "q",
            Arguments = new FieldTableBuilder().Add("x-max-length", 1).Add("x-dead-letter-exchange", "").Add("x-dead-letter-routing-key", "dead").Build(),
        });
        await client.Publish(1, "", "q", "1"u8).Publish(1, "", "q", "2"u8).QuiesceAsync();
        await client.Write(1, new BasicGet("q", NoAck: false)).ExpectContentAsync<BasicGetOk>(1);
        await client.Write(1, new BasicReject(1, Requeue: false)).QuiesceAsync();

        using var sampler = new StatisticsSampler(broker.Broker);
        sampler.Refresh();

        Assert.That(
            broker.Broker.Statistics.DeadLetters.Select(entry => (entry.Key.Reason.ToString(), entry.Key.Strategy, entry.Value)).Order(),
            Is.EqualTo(((string, string, long)[])[("MaxLength", "at_least_once", 1), ("Rejected", "at_least_once", 1)]));
    }

    private static Core.VirtualHosts.VirtualHost Host(BrokerUnderTest broker) => broker.Broker.VirtualHosts.Single();

    private static QueueCounters Queue(BrokerUnderTest broker, string name) =>
        Host(broker).ListQueues().Single(queue => queue.Name == name).Figures.Counters;

    private static ChannelCounters Channel(BrokerUnderTest broker) => broker.Broker.Clients.List().Single().ListChannels().Single().Counters;

    private static (long In, long Out) Exchange(BrokerUnderTest broker, string name)
    {
        var history = Host(broker).ListExchanges().Single(exchange => exchange.Name == name).Statistics.History!;
        return (history.Sum([Stat.Publish]), history.Sum([Stat.PublishOut]));
    }

    private static string Sums(StatTotals totals) => string.Join(", ", StatSet.All.Stats
        .Where(stat => stat is not (Stat.OctetsReceived or Stat.OctetsSent or Stat.MaxLength or Stat.Rejected))
        .Select(stat => (stat, Sum: totals.History.Sum([stat])))
        .Where(entry => entry.Sum != 0)
        .Select(entry => $"{entry.stat} {entry.Sum}"));
}
