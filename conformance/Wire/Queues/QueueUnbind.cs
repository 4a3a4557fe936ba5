using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Queues;

public sealed class QueueUnbind : ChannelRules
{
    [Test]
    public async Task Ends_the_binding()
    {
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));

        await CallAsync("queue.unbind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));

        await Client.PublishAsync(1, "amq.direct", Name, "lost"u8.ToArray());
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Of_a_missing_binding_is_ok()
    {
        await DeclareQueueAsync();

        await CallAsync("queue.unbind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));
    }

    [Test]
    public async Task Of_a_missing_queue_is_ok()
    {
        await CallAsync("queue.unbind", ("queue", Name), ("exchange", "amq.direct"));
    }

    [Test]
    public async Task From_a_missing_exchange_is_ok()
    {
        await DeclareQueueAsync();

        await CallAsync("queue.unbind", ("queue", Name), ("exchange", Name));
    }

    [Test]
    public async Task From_the_default_exchange_closes_the_channel_with_403()
    {
        await DeclareQueueAsync();

        await SendAsync("queue.unbind", ("queue", Name), ("routing-key", Name));

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - operation not permitted on the default exchange", "queue.unbind");
    }

    [Test]
    public async Task Of_no_queue_with_none_declared_closes_the_channel_with_404()
    {
        await SendAsync("queue.unbind", ("exchange", "amq.direct"));

        await ExpectChannelCloseAsync(404, "NOT_FOUND - no previously declared queue", "queue.unbind");
    }

    [Test]
    public async Task Takes_the_binding_with_the_same_arguments_only()
    {
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));

        var others = new FieldTable { { "x", 1 } };
        await CallAsync("queue.unbind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name), ("arguments", others));

        await Client.PublishAsync(1, "amq.direct", Name, "routed"u8.ToArray());
        await GetAsync();
    }
}
