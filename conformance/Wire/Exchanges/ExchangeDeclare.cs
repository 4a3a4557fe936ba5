using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Exchanges;

public sealed class ExchangeDeclare : ChannelRules
{
    private const string DefaultExchange = "ACCESS_REFUSED - operation not permitted on the default exchange";

    [TestCase("direct")]
    [TestCase("fanout")]
    [TestCase("topic")]
    [TestCase("headers")]
    public async Task Of_type(string type)
    {
        await DeclareExchangeAsync(type);

        await CallAsync("exchange.declare", ("exchange", Name), ("type", type), ("passive", true));
    }

    [TestCase("amq.direct", "direct")]
    [TestCase("amq.fanout", "fanout")]
    [TestCase("amq.topic", "topic")]
    [TestCase("amq.headers", "headers")]
    [TestCase("amq.match", "headers")]
    public async Task Of_a_predeclared_exchange_as_it_is(string name, string type)
    {
        await CallAsync("exchange.declare", ("exchange", name), ("type", type), ("durable", true));
    }

    [Test]
    public async Task Of_the_trace_exchange_as_it_is_internal()
    {
        await CallAsync("exchange.declare", ("exchange", "amq.rabbitmq.trace"), ("type", "topic"), ("durable", true), ("internal", true));
    }

    [Test]
    public async Task Twice_the_same_is_one()
    {
        await DeclareExchangeAsync();

        await CallAsync("exchange.declare", ("exchange", Name), ("type", "direct"));
    }

    [Test]
    public async Task Passive_of_a_missing_exchange_closes_the_channel_with_404()
    {
        await SendAsync("exchange.declare", ("exchange", Name), ("type", "direct"), ("passive", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "exchange.declare");
    }

    [Test]
    public async Task Passive_of_a_missing_reserved_name_closes_the_channel_with_404()
    {
        await SendAsync("exchange.declare", ("exchange", "amq." + Name), ("type", "direct"), ("passive", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed("amq." + Name)}", "exchange.declare");
    }

    [TestCase("fanout")]
    [TestCase("no-such-type")]
    [TestCase("")]
    public async Task Passive_looks_at_nothing_but_the_name(string type)
    {
        await CallAsync("exchange.declare", ("exchange", "amq.direct"), ("type", type), ("passive", true));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Of_the_default_exchange_closes_the_channel_with_403(bool passive)
    {
        await SendAsync("exchange.declare", ("type", "direct"), ("passive", passive), ("durable", true));

        await ExpectChannelCloseAsync(403, DefaultExchange, "exchange.declare");
    }

    [Test]
    public async Task Of_a_reserved_name_closes_the_channel_with_403()
    {
        await SendAsync("exchange.declare", ("exchange", "amq.foo"), ("type", "direct"));

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - exchange name 'amq.foo' contains reserved prefix 'amq.*'", "exchange.declare");
    }

    [TestCase("no-such-type", "unknown exchange type 'no-such-type'")]
    [TestCase("", "invalid exchange type ''")]
    public async Task Of_an_unknown_type_closes_the_connection_with_503(string type, string text)
    {
        await SendAsync("exchange.declare", ("exchange", Name), ("type", type));

        await ExpectConnectionCloseAsync(503, $"COMMAND_INVALID - {text}", "exchange.declare");
    }

    [TestCase("type", "fanout", "'fanout'", "'direct'")]
    [TestCase("durable", true, "'true'", "'false'")]
    [TestCase("auto-delete", true, "'true'", "'false'")]
    [TestCase("internal", true, "'true'", "'false'")]
    public async Task Again_with_another_value_closes_the_channel_with_406(string field, object value, string received, string current)
    {
        await DeclareExchangeAsync();

        (string, object?)[] fields = field == "type" ? [] : [("type", "direct")];
        await SendAsync("exchange.declare", [("exchange", Name), (field, value), .. fields]);

        await ExpectInequivalentAsync(field.Replace('-', '_'), $"received {received} but current is {current}");
    }

    [Test]
    public async Task Again_with_everything_different_blames_the_type()
    {
        await DeclareExchangeAsync();

        await SendAsync("exchange.declare", ("exchange", Name), ("type", "fanout"), ("durable", true), ("auto-delete", true), ("internal", true));

        await ExpectInequivalentAsync("type", "received 'fanout' but current is 'direct'");
    }

    [Test]
    public async Task Again_with_an_alternate_exchange_closes_the_channel_with_406()
    {
        await DeclareExchangeAsync();

        var arguments = new FieldTable { { "alternate-exchange", "amq.fanout" } };
        await SendAsync("exchange.declare", ("exchange", Name), ("type", "direct"), ("arguments", arguments));

        await ExpectInequivalentAsync(
            "alternate-exchange", "received the value 'amq.fanout' of type 'longstr' but current is none");
    }

    [Test]
    public async Task Again_with_an_unknown_argument_is_the_same()
    {
        await DeclareExchangeAsync();

        await CallAsync("exchange.declare", ("exchange", Name), ("type", "direct"), ("arguments", new FieldTable { { "x-foo", 1 } }));
    }

    [Test]
    public async Task With_an_alternate_exchange_that_is_no_string_closes_the_channel_with_406()
    {
        var arguments = new FieldTable { { "alternate-exchange", 5 } };
        await SendAsync("exchange.declare", ("exchange", Name), ("type", "direct"), ("arguments", arguments));

        await ExpectChannelCloseAsync(
            406, $"PRECONDITION_FAILED - invalid type 'signedint' for arg 'alternate-exchange' in {ExchangeNamed(Name)}", "exchange.declare");
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await SendAsync("exchange.declare", ("exchange", Name), ("type", "direct"), ("auto-delete", true), ("nowait", true));

        await ExpectNothingAsync();
        await CallAsync("exchange.delete", ("exchange", Name));
    }

    [Test]
    public async Task With_nowait_an_error_closes_the_channel_too()
    {
        await SendAsync("exchange.declare", ("exchange", "amq.foo"), ("type", "direct"), ("nowait", true));

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - exchange name 'amq.foo' contains reserved prefix 'amq.*'", "exchange.declare");
    }

    [Test]
    public async Task Strips_line_breaks_from_the_name()
    {
        await DeclareAsync($"\r\n{Name}\n", "exchange.declare", ("type", "direct"));

        await CallAsync("exchange.declare", ("exchange", Name), ("type", "direct"), ("passive", true));
        await CallAsync("exchange.delete", ("exchange", Name));
    }

    [Test]
    public async Task Takes_a_name_of_255_octets()
    {
        var name = Name.PadRight(255, 'x');
        await DeclareAsync(name, "exchange.declare", ("type", "direct"));

        await CallAsync("exchange.declare", ("exchange", name), ("type", "direct"), ("passive", true));
    }

    private Task ExpectInequivalentAsync(string argument, string words) => ExpectChannelCloseAsync(
        406, $"PRECONDITION_FAILED - inequivalent arg '{argument}' for {ExchangeNamed(Name)}: {words}", "exchange.declare");
}
