using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Server.Tests.Connections;

public sealed class BackpressureTests
{
    private const int SmallLimit = 4096;

    [Test]
    public async Task A_consumer_that_does_not_read_gets_a_bounded_share_and_the_rest_when_it_reads()
    {
        await using var broker = new BrokerUnderTest();
        var slow = await broker.OpenAsync(unsentLimit: SmallLimit);
        var publisher = await broker.OpenAsync();
        await slow.DeclareAsync("q");
        await slow.ConsumeAsync("q", "c", noAck: true);
        const int total = 2000;

        for (var i = 0; i < total; i++)
        {
            publisher.Publish(1, "", "q", BitConverter.GetBytes(i).Concat(new byte[1000]).ToArray());
        }

        await publisher.QuiesceAsync();
        var left = await publisher.CountAsync("q");
        Assert.That(left, Is.GreaterThan(total - 300), "one batch of 128 KiB may have been under way");

        for (var i = 0; i < total; i++)
        {
            var delivered = await slow.ExpectContentAsync<BasicDeliver>(1);
            Assert.That(BitConverter.ToInt32(delivered.Body!), Is.EqualTo(i));
        }
    }

    [Test]
    public async Task A_consumer_that_does_not_read_leaves_its_messages_to_one_that_does()
    {
        await using var broker = new BrokerUnderTest();
        var slow = await broker.OpenAsync(unsentLimit: SmallLimit);
        var quick = await broker.OpenAsync();
        await slow.DeclareAsync("q");
        await slow.ConsumeAsync("q", "slow", noAck: true);
        await quick.ConsumeAsync("q", "quick", noAck: true);

        for (var i = 0; i < 1000; i++)
        {
            await quick.Publish(1, "", "q", new byte[1000]).FlushAsync();
            if (i % 100 == 99)
            {
                await quick.QuiesceAsync();
            }
        }

        Assert.That(await quick.CountAsync("q"), Is.Zero);
        Assert.That(slow.Unread(), Is.LessThan(300_000));
    }

    [Test]
    public async Task A_client_that_asks_and_does_not_read_is_not_read_from_and_gets_every_answer_in_the_end()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unreadLimit: 16 * 1024, unsentLimit: SmallLimit);
        var other = await broker.OpenAsync();
        const int total = 60_000;
        var sent = 0;

        var asking = Task.Run(async () =>
        {
            for (; sent < total; sent++)
            {
                client.Write(1, default(BasicQos));
                if (sent % 100 == 0)
                {
                    await client.Output.FlushAsync();
                }
            }

            await client.Output.FlushAsync();
        });
        await other.QuiesceAsync();
        await Eventually.TrueAsync(() => client.Connection.Output.IsCongested, "the output to be congested", default);

        // A reader that goes on in spite of it would bring the client to the end of its requests.
        await other.QuiesceAsync();
        Assert.That(asking.IsCompleted, Is.False);

        for (var i = 0; i < total; i++)
        {
            await client.ReadOnlyAsync<BasicQosOk>();
        }

        await asking.WaitAsync(TestClient.Deadline);
    }

    [Test]
    public async Task Messages_behind_requests_whose_answers_nobody_reads_are_kept_when_the_client_goes()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unsentLimit: SmallLimit);
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");
        for (var i = 0; i < 20_000; i++)
        {
            client.Write(1, default(BasicQos));
        }

        await client.Publish(1, "", "q", "m"u8).EndAsync();
        await Eventually.TrueAsync(() => client.Connection.Output.IsCongested, "the output to be congested", default);
        await client.DisposeAsync();

        Assert.That(await other.CountAsync("q"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_client_that_neither_reads_nor_lives_is_dropped_by_its_heartbeat()
    {
        await using var broker = new BrokerUnderTest();
        var client = await CongestAsync(broker, heartbeat: 1);

        broker.Advance(3);

        await client.Served.WaitAsync(TestClient.Deadline);
        Assert.That(client.IsAborted, Is.True, "an orderly end would wait for the client to read");
    }

    [Test]
    public async Task A_shutdown_ends_a_client_that_does_not_read_by_its_deadline()
    {
        await using var broker = new BrokerUnderTest();
        var client = await CongestAsync(broker, heartbeat: 0);

        client.Connection.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());
        await Eventually.TrueAsync(
            () => client.Connection.State == Server.Connections.ConnectionState.Closing, "the shutdown to be noticed", default);
        broker.Advance(30);

        await client.Served.WaitAsync(TestClient.Deadline);
        Assert.That(client.IsAborted, Is.True);
    }

    [Test]
    public async Task A_client_that_goes_without_reading_gives_back_what_it_held()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unsentLimit: SmallLimit);
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c");
        for (var i = 0; i < 500; i++)
        {
            other.Publish(1, "", "q", new byte[1000]);
        }

        await other.QuiesceAsync();
        Assert.That(await other.CountAsync("q"), Is.LessThan(500));
        await client.DisposeAsync();

        Assert.That(await other.CountAsync("q"), Is.EqualTo(500));
    }

    [Test]
    public async Task Large_answers_to_gets_wait_for_the_reader()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unsentLimit: SmallLimit);
        var publisher = await broker.OpenAsync();
        await publisher.DeclareAsync("q");
        const int total = 100;
        for (var i = 0; i < total; i++)
        {
            publisher.Publish(1, "", "q", new byte[50_000]);
        }

        await publisher.QuiesceAsync();
        for (var i = 0; i < total; i++)
        {
            client.Write(1, new BasicGet("q", NoAck: true));
        }

        await client.FlushAsync();
        await Eventually.TrueAsync(() => client.Connection.Output.IsCongested, "the output to be congested", default);
        Assert.That(await publisher.CountAsync("q"), Is.GreaterThan(total - 10));

        for (var i = 0; i < total; i++)
        {
            var got = await client.ExpectContentAsync<BasicGetOk>(1);
            Assert.That(got.Body, Has.Length.EqualTo(50_000));
        }
    }

    [Test]
    public async Task Many_consumers_on_many_queues_wait_and_all_go_on()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unsentLimit: SmallLimit);
        var publisher = await broker.OpenAsync();
        const int queues = 20;
        const int perQueue = 50;
        for (var i = 0; i < queues; i++)
        {
            await client.DeclareAsync($"q{i}");
            await client.ConsumeAsync($"q{i}", $"c{i}", noAck: true);
        }

        for (var i = 0; i < queues * perQueue; i++)
        {
            publisher.Publish(1, "", $"q{i % queues}", new byte[1000]);
        }

        await publisher.FlushAsync();

        var counts = new Dictionary<string, int>();
        for (var i = 0; i < queues * perQueue; i++)
        {
            var delivered = (await client.ExpectContentAsync<BasicDeliver>(1)).Decode<BasicDeliver>();
            counts[delivered.ConsumerTag] = counts.GetValueOrDefault(delivered.ConsumerTag) + 1;
        }

        Assert.That(counts.Values, Is.All.EqualTo(perQueue));
    }

    private static async Task<TestClient> CongestAsync(BrokerUnderTest broker, ushort heartbeat)
    {
        var client = await broker.OpenAsync(new Login { Heartbeat = heartbeat }, unsentLimit: SmallLimit);
        for (var i = 0; i < 20_000; i++)
        {
            client.Write(1, default(BasicQos));
        }

        await client.FlushAsync();
        await Eventually.TrueAsync(() => client.Connection.Output.IsCongested, "the output to be congested", default);
        return client;
    }
}
