using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Exchanges;

public sealed class ExchangeUnbind : ChannelRules
{
    [Test]
    public async Task Is_answered_by_method_40_51()
    {
        await DeclareExchangeAsync();

        await SendAsync("exchange.unbind", ("source", Name), ("destination", Name));

        Assert.That((await Client.ReceiveAsync())!.Payload, Is.EqualTo(new byte[] { 0, 40, 0, 51 }));
    }

    [Test]
    public async Task Ends_the_binding()
    {
        await DeclareExchangeAsync("fanout");
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", Name));
        await CallAsync("exchange.bind", ("source", "amq.direct"), ("destination", Name), ("routing-key", Name));

        await CallAsync("exchange.unbind", ("source", "amq.direct"), ("destination", Name), ("routing-key", Name));

        await Client.PublishAsync(1, "amq.direct", Name, "lost"u8.ToArray());
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Of_a_missing_binding_is_ok()
    {
        await CallAsync("exchange.unbind", ("source", "amq.direct"), ("destination", "amq.fanout"), ("routing-key", Name));
    }

    [Test]
    public async Task Of_missing_exchanges_is_ok()
    {
        await CallAsync("exchange.unbind", ("source", Name), ("destination", Name + ".other"));
    }

    [Test]
    public async Task Takes_the_binding_with_the_same_arguments_only()
    {
        await DeclareExchangeAsync("fanout");
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", Name));
        await CallAsync("exchange.bind", ("source", "amq.direct"), ("destination", Name), ("routing-key", Name));

        var others = new FieldTable { { "x", 1 } };
        await CallAsync("exchange.unbind", ("source", "amq.direct"), ("destination", Name), ("routing-key", Name), ("arguments", others));

        await Client.PublishAsync(1, "amq.direct", Name, "routed"u8.ToArray());
        await GetAsync();
    }

    [Test]
    public async Task Of_the_default_exchange_closes_the_channel_with_403()
    {
        await SendAsync("exchange.unbind", ("source", "amq.direct"));

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - operation not permitted on the default exchange", "exchange.unbind");
    }
}
