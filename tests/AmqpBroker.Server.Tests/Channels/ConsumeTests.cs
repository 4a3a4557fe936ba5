using System.Runtime.CompilerServices;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class ConsumeTests
{
    [Test]
    public async Task Nothing_is_delivered_before_consume_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var publisher = await broker.OpenAsync();
        await client.DeclareAsync("q");

        for (var i = 0; i < 200; i++)
        {
            await publisher.Publish(1, "", "q", "m"u8).FlushAsync();
            await client.ConsumeAsync("q", "c", noAck: true);
            await client.DeliveryAsync();
            await client.CallAsync<BasicCancel, BasicCancelOk>(1, new BasicCancel("c", false));
        }
    }

    [Test]
    public async Task Nothing_is_delivered_after_cancel_ok_and_nothing_is_lost()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var publisher = await broker.OpenAsync();
        await client.DeclareAsync("q");
        var delivered = 0;
        const int total = 200;

        for (var i = 0; i < total; i++)
        {
            await client.ConsumeAsync("q", "c", noAck: true);
            await publisher.Publish(1, "", "q", "m"u8).FlushAsync();
            client.Write(1, new BasicCancel("c", false));
            while (await client.ReceiveAsync() is ReceivedMethod { Id: Protocol.MethodId.BasicDeliver })
            {
                delivered++;
            }
        }

        await publisher.QuiesceAsync();
        Assert.That(await client.QuiesceAsync(), Is.Empty);
        Assert.That(delivered + await client.CountAsync("q"), Is.EqualTo(total));
    }

    [Test]
    public async Task A_consumer_without_a_tag_gets_one()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");

        var answer = await client.CallAsync<BasicConsume, BasicConsumeOk>(1, new BasicConsume { Queue = "q" });
        client.Publish(1, "", "q", "m"u8);

        var delivered = await client.ExpectContentAsync<BasicDeliver>(1);
        Assert.That(answer.ConsumerTag, Does.StartWith("amq.ctag-"));
        Assert.That(delivered.Decode<BasicDeliver>().ConsumerTag, Is.EqualTo(answer.ConsumerTag));
    }

    [Test]
    public async Task A_consumer_that_waits_for_no_answer_gets_none()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");

        client.Write(1, new BasicConsume { Queue = "q", ConsumerTag = "c", NoWait = true }).Publish(1, "", "q", "m"u8);
        await client.DeliveryAsync();
        client.Write(1, new BasicCancel("c", NoWait: true)).Publish(1, "", "q", "m"u8);

        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task An_empty_queue_name_means_the_one_declared_last()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("p");
        var named = await client.DeclareAsync("");
        await client.ConsumeAsync("", "c");

        client.Publish(1, "", named.Queue, "m"u8);

        Assert.That(named.Queue, Does.StartWith("amq.gen-"));
        Assert.That((await client.DeliveryAsync()).Body, Is.EqualTo("m"));
    }

    [Test]
    public async Task Deliveries_say_where_the_message_came_from()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.CallAsync<QueueBind, QueueBindOk>(1, new QueueBind { Queue = "q", Exchange = "amq.topic", RoutingKey = "#" });
        await client.ConsumeAsync("q", "c");

        client.Publish(1, "amq.topic", "a.b", "m"u8);

        var delivered = await client.ExpectContentAsync<BasicDeliver>(1);
        Assert.That(delivered.Decode<BasicDeliver>(), Is.EqualTo(new BasicDeliver("c", 1, false, "amq.topic", "a.b")));
    }

    [Test]
    public async Task Prefetch_limits_each_consumer_that_comes_after_it()
    {
        await using var broker = new BrokerUnderTest();
        var client = await FilledAsync(broker, 10);
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 2, Global: false));
        client.Write(1, new BasicConsume { Queue = "q", ConsumerTag = "a", NoWait = true });
        var received = new List<WireEvent>(await client.QuiesceAsync());
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 3, Global: false));
        client.Write(1, new BasicConsume { Queue = "q", ConsumerTag = "b", NoWait = true });

        received.AddRange(await client.QuiesceAsync());
        Assert.That(TagsOf(received, "a"), Has.Count.EqualTo(2));
        Assert.That(TagsOf(received, "b"), Has.Count.EqualTo(3));

        client.Write(1, new BasicAck(TagsOf(received, "a")[0], false));
        var more = await client.QuiesceAsync();
        Assert.That(TagsOf(more, "a"), Has.Count.EqualTo(1));
        Assert.That(more, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_global_prefetch_is_shared_by_the_channels_consumers()
    {
        await using var broker = new BrokerUnderTest();
        var client = await FilledAsync(broker, 10);
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 3, Global: true));
        client.Write(1, new BasicConsume { Queue = "q", ConsumerTag = "a", NoWait = true })
            .Write(1, new BasicConsume { Queue = "q", ConsumerTag = "b", NoWait = true });

        Assert.That(await client.QuiesceAsync(), Has.Count.EqualTo(3));

        client.Write(1, new BasicAck(2, true));
        Assert.That(await client.QuiesceAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_raised_global_prefetch_lets_waiting_messages_go()
    {
        await using var broker = new BrokerUnderTest();
        var client = await FilledAsync(broker, 10);
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 1, Global: true));
        await client.ConsumeAsync("q", "a");
        Assert.That(await client.QuiesceAsync(), Has.Count.EqualTo(1));

        client.Write(1, new BasicQos(0, 0, Global: true));

        Assert.That(await client.QuiesceAsync(), Has.Count.EqualTo(10), "qos-ok and nine messages");
    }

    [Test]
    public async Task Prefetch_does_not_limit_consumers_without_acks()
    {
        await using var broker = new BrokerUnderTest();
        var client = await FilledAsync(broker, 10);
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 1, Global: false));
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 1, Global: true));

        await client.ConsumeAsync("q", "a", noAck: true);

        Assert.That(await client.QuiesceAsync(), Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Prefetch_does_not_limit_get()
    {
        await using var broker = new BrokerUnderTest();
        var client = await FilledAsync(broker, 3);
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 1, Global: true));

        for (uint left = 2; left < 3; left--)
        {
            var got = await client.CallAsync<BasicGet, BasicGetOk>(1, new BasicGet("q", NoAck: false));
            Assert.That((got.MessageCount, got.DeliveryTag), Is.EqualTo((left, 3UL - left)));
        }
    }

    [Test]
    public async Task Get_of_an_empty_queue_is_answered_with_get_empty()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");

        await client.CallAsync<BasicGet, BasicGetEmpty>(1, new BasicGet("q", false));
    }

    [Test]
    public async Task Get_without_ack_leaves_nothing_to_settle()
    {
        await using var broker = new BrokerUnderTest();
        var client = await FilledAsync(broker, 1);

        await client.CallAsync<BasicGet, BasicGetOk>(1, new BasicGet("q", NoAck: true));
        client.Write(1, new BasicAck(1, false));

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(406));
    }

    [Test]
    public async Task A_deleted_queue_cancels_its_consumers_after_delete_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "mine");
        await other.ConsumeAsync("q", "theirs");

        await client.CallAsync<QueueDelete, QueueDeleteOk>(1, new QueueDelete { Queue = "q" });

        Assert.That(await client.ExpectAsync<BasicCancel>(1), Is.EqualTo(new BasicCancel("mine", NoWait: true)));
        Assert.That(await other.ExpectAsync<BasicCancel>(1), Is.EqualTo(new BasicCancel("theirs", NoWait: true)));
    }

    [Test]
    public async Task A_client_that_cannot_be_told_is_not_told_that_its_queue_is_gone()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Capabilities = [] });
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c");

        await client.CallAsync<QueueDelete, QueueDeleteOk>(1, new QueueDelete { Queue = "q" });

        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task The_tag_of_a_consumer_whose_queue_is_gone_can_be_used_again()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Capabilities = [] });
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c");
        await client.CallAsync<QueueDelete, QueueDeleteOk>(1, new QueueDelete { Queue = "q" });

        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c");

        client.Publish(1, "", "q", "m"u8);
        Assert.That((await client.DeliveryAsync()).Body, Is.EqualTo("m"));
    }

    [Test]
    public async Task An_auto_delete_queue_goes_with_its_last_consumer([Values] bool isCancelled)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(2, new QueueDeclare { Queue = "q", AutoDelete = true });
        await client.ConsumeAsync("q", "a");
        await client.ConsumeAsync("q", "b");
        await client.CallAsync<BasicCancel, BasicCancelOk>(1, new BasicCancel("a", false));
        Assert.That(await client.CountAsync("q", 2), Is.Zero);

        if (isCancelled)
        {
            await client.CallAsync<BasicCancel, BasicCancelOk>(1, new BasicCancel("b", false));
        }
        else
        {
            await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        }

        client.Write(2, new QueueDeclare { Queue = "q", Passive = true });
        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(404));
    }

    [Test]
    public async Task A_queue_deleted_while_a_consumer_comes_refuses_or_cancels_it()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        for (var i = 0; i < 300; i++)
        {
            await other.DeclareAsync("q");
            other.Write(1, new QueueDelete { Queue = "q", NoWait = true });
            client.Write(1, new BasicConsume { Queue = "q", ConsumerTag = "c" });

            await Task.WhenAll(Task.Run(other.FlushAsync), Task.Run(client.FlushAsync));

            var answer = (ReceivedMethod)await client.ReceiveAsync();
            if (answer.Id == Protocol.MethodId.BasicConsumeOk)
            {
                await client.ExpectAsync<BasicCancel>(1);
                continue;
            }

            Assert.That(answer.Id, Is.EqualTo(Protocol.MethodId.ChannelClose));
            await client.Write(1, default(ChannelCloseOk)).OpenChannelAsync(1);
        }
    }

    [Test]
    public async Task A_connection_remembers_nothing_of_exclusive_queues_that_deleted_themselves([Values] bool isCancelled)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(
            1, new QueueDeclare { Queue = "q", Exclusive = true, AutoDelete = true });
        await client.ConsumeAsync("q", "c");
        var queue = FirstQueue(broker);

        if (isCancelled)
        {
            await client.CallAsync<BasicCancel, BasicCancelOk>(1, new BasicCancel("c", false));
        }
        else
        {
            await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        }

        await client.QuiesceAsync();
        await TestKit.Eventually.TrueAsync(
            () =>
            {
                GC.Collect();
                return !queue.IsAlive;
            },
            "the queue to be collected",
            default,
            TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task Messages_keep_their_order_from_one_publisher_to_one_consumer()
    {
        await using var broker = new BrokerUnderTest();
        var publisher = await broker.OpenAsync();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c", noAck: true);
        const int total = 20_000;

        var publishing = Task.Run(async () =>
        {
            for (var i = 0; i < total; i++)
            {
                publisher.Publish(1, "", "q", BitConverter.GetBytes(i));
                if (i % 97 == 0)
                {
                    await publisher.FlushAsync();
                }
            }

            await publisher.FlushAsync();
        });
        for (var i = 0; i < total; i++)
        {
            var delivered = await client.ExpectContentAsync<BasicDeliver>(1);
            if (BitConverter.ToInt32(delivered.Body!) != i)
            {
                Assert.Fail($"{BitConverter.ToInt32(delivered.Body!)} came instead of {i}");
            }
        }

        await publishing;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference FirstQueue(BrokerUnderTest broker)
    {
        Assert.That(broker.Broker.TryGetVirtualHost("/", out var virtualHost), Is.True);
        return new WeakReference(virtualHost!.ListQueues().Single());
    }

    private static async Task<TestClient> FilledAsync(BrokerUnderTest broker, int messages)
    {
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        for (var i = 0; i < messages; i++)
        {
            client.Publish(1, "", "q", "m"u8);
        }

        await client.QuiesceAsync();
        return client;
    }

    private static List<ulong> TagsOf(IEnumerable<WireEvent> received, string consumer) =>
    [
        .. received.Cast<ReceivedMethod>()
            .Select(method => method.Decode<BasicDeliver>())
            .Where(delivery => delivery.ConsumerTag == consumer)
            .Select(delivery => delivery.DeliveryTag),
    ];
}
