using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Exchanges;

public sealed class ExchangeBind : ChannelRules
{
    private const string DefaultExchange = "ACCESS_REFUSED - operation not permitted on the default exchange";

    [Test]
    public async Task Leads_messages_from_the_source_to_the_destination()
    {
        await DeclareExchangeAsync("fanout");
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", Name));

        await CallAsync("exchange.bind", ("source", "amq.direct"), ("destination", Name), ("routing-key", Name));

        await Client.PublishAsync(1, "amq.direct", Name, "routed"u8.ToArray());
        Assert.That((await GetAsync()).Method.Text("exchange"), Is.EqualTo("amq.direct"));
    }

    [Test]
    public async Task Of_a_missing_source_closes_the_channel_with_404()
    {
        await SendAsync("exchange.bind", ("source", Name), ("destination", "amq.direct"));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "exchange.bind");
    }

    [Test]
    public async Task Of_a_missing_destination_closes_the_channel_with_404()
    {
        await SendAsync("exchange.bind", ("source", "amq.direct"), ("destination", Name));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "exchange.bind");
    }

    [TestCase("", "amq.direct")]
    [TestCase("amq.direct", "")]
    public async Task Of_the_default_exchange_closes_the_channel_with_403(string source, string destination)
    {
        await SendAsync("exchange.bind", ("source", source), ("destination", destination));

        await ExpectChannelCloseAsync(403, DefaultExchange, "exchange.bind");
    }

    [Test]
    public async Task Of_an_exchange_to_itself_is_harmless()
    {
        await DeclareExchangeAsync("fanout");
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", Name));

        await CallAsync("exchange.bind", ("source", Name), ("destination", Name));

        await Client.PublishAsync(1, Name, string.Empty, "once"u8.ToArray());
        await GetAsync();
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await DeclareExchangeAsync("fanout");

        await SendAsync("exchange.bind", ("source", Name), ("destination", Name), ("nowait", true));

        await ExpectNothingAsync();
    }
}
