using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Exchanges;

public sealed class ExchangeDelete : ChannelRules
{
    [Test]
    public async Task Deletes_the_exchange()
    {
        await DeclareExchangeAsync();

        await CallAsync("exchange.delete", ("exchange", Name));

        await SendAsync("exchange.declare", ("exchange", Name), ("passive", true));
        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "exchange.declare");
    }

    [Test]
    public async Task Of_a_missing_exchange_is_ok()
    {
        await CallAsync("exchange.delete", ("exchange", Name));
    }

    [TestCase("amq.direct")]
    [TestCase("amq.no-such-exchange")]
    public async Task Of_a_system_exchange_closes_the_channel_with_403(string exchange)
    {
        await SendAsync("exchange.delete", ("exchange", exchange));

        await ExpectChannelCloseAsync(403, $"ACCESS_REFUSED - deletion of system {ExchangeNamed(exchange)} not allowed", "exchange.delete");
    }

    [Test]
    public async Task Of_the_default_exchange_closes_the_channel_with_403()
    {
        await SendAsync("exchange.delete");

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - operation not permitted on the default exchange", "exchange.delete");
    }

    [Test]
    public async Task If_unused_of_a_source_of_bindings_closes_the_channel_with_406()
    {
        await DeclareExchangeAsync();
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", Name));

        await SendAsync("exchange.delete", ("exchange", Name), ("if-unused", true));

        await ExpectChannelCloseAsync(406, $"PRECONDITION_FAILED - {ExchangeNamed(Name)} in use", "exchange.delete");
    }

    [Test]
    public async Task If_unused_does_not_mind_bindings_to_the_exchange()
    {
        await DeclareExchangeAsync();
        await CallAsync("exchange.bind", ("source", "amq.direct"), ("destination", Name), ("routing-key", Name));

        await CallAsync("exchange.delete", ("exchange", Name), ("if-unused", true));
    }

    [Test]
    public async Task Without_if_unused_takes_the_bindings_along()
    {
        await DeclareExchangeAsync();
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", Name));

        await CallAsync("exchange.delete", ("exchange", Name));

        await CallAsync("exchange.declare", ("exchange", Name), ("type", "fanout"));
        await Client.PublishAsync(1, Name, string.Empty, "lost"u8.ToArray());
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await DeclareExchangeAsync();

        await SendAsync("exchange.delete", ("exchange", Name), ("nowait", true));

        await ExpectNothingAsync();
    }
}
