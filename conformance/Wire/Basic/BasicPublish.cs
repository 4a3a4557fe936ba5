using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

public sealed class BasicPublish : ChannelRules
{
    private static readonly TestCaseData[] BadExpirations =
    [
        Expiration("abc", "no_integer"), Expiration(string.Empty, "no_integer"), Expiration(" 10", "no_integer"),
        Expiration("5x", "{leftover_string,\"x\"}"), Expiration("-1", "{value_negative,-1}"),
        Expiration("315360000001", "{value_too_large,315360000001}"),
    ];

    [Test]
    public async Task To_a_missing_exchange_closes_the_channel_with_404()
    {
        await Client.PublishAsync(1, Name, "key", []);

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "basic.publish");
    }

    [Test]
    public async Task To_an_internal_exchange_closes_the_channel_with_403()
    {
        await DeclareAsync(Name, "exchange.declare", ("type", "direct"), ("internal", true));

        await Client.PublishAsync(1, Name, "key", []);

        await ExpectChannelCloseAsync(403, $"ACCESS_REFUSED - cannot publish to internal {ExchangeNamed(Name)}", "basic.publish");
    }

    [Test]
    public async Task To_the_trace_exchange_closes_the_channel_with_403()
    {
        await Client.PublishAsync(1, "amq.rabbitmq.trace", "key", []);

        await ExpectChannelCloseAsync(
            403, $"ACCESS_REFUSED - cannot publish to internal {ExchangeNamed("amq.rabbitmq.trace")}", "basic.publish");
    }

    [Test]
    public async Task Immediate_closes_the_connection_with_540()
    {
        await SendAsync("basic.publish", ("routing-key", Name), ("immediate", true));
        await Client.SendAsync(new Frame(Frame.Header, 1, new WireProperties().Encode(bodySize: 0)));

        await ExpectConnectionCloseAsync(540, "NOT_IMPLEMENTED - immediate=true", "basic.publish");
    }

    [Test]
    public async Task Mandatory_without_a_queue_comes_back_with_312_and_all_it_had()
    {
        var properties = new WireProperties { ["message-id"] = "m", ["headers"] = new FieldTable { { "h", 1 } } };

        await Client.PublishAsync(1, "amq.direct", Name, "body"u8.ToArray(), properties, mandatory: true);

        var returned = await Client.ExpectContentAsync("basic.return");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(returned.Method.Number("reply-code"), Is.EqualTo(312));
            Assert.That(returned.Method.Text("reply-text"), Is.EqualTo("NO_ROUTE"));
            Assert.That(returned.Method.Text("exchange"), Is.EqualTo("amq.direct"));
            Assert.That(returned.Method.Text("routing-key"), Is.EqualTo(Name));
            Assert.That(returned.Properties.Encode(bodySize: 0), Is.EqualTo(properties.Encode(bodySize: 0)));
            Assert.That(returned.Text, Is.EqualTo("body"));
        }
    }

    [Test]
    public async Task Mandatory_with_a_queue_does_not_come_back()
    {
        await DeclareQueueAsync();

        await Client.PublishAsync(1, string.Empty, Name, "body"u8.ToArray(), mandatory: true);

        await ExpectNothingAsync();
    }

    [Test]
    public async Task Without_mandatory_and_without_a_queue_is_dropped()
    {
        await Client.PublishAsync(1, "amq.direct", Name, "body"u8.ToArray());

        await ExpectNothingAsync();
    }

    [Test]
    public async Task With_the_user_id_of_another_closes_the_channel_with_406()
    {
        await Client.PublishAsync(1, "amq.direct", Name, [], new WireProperties { ["user-id"] = "bob" });

        await ExpectChannelCloseAsync(
            406,
            $"PRECONDITION_FAILED - user_id property set to 'bob' but authenticated user was '{Broker.Uri.User}'",
            "basic.publish");
    }

    [TestCase(true, true, "user_id property set to 'bob' but authenticated user was '{0}'")]
    [TestCase(false, true, "invalid expiration 'soon': no_integer")]
    [TestCase(false, false, "invalid message: {{unacceptable_type_in_header,\"CC\",longstr}}")]
    public async Task With_several_mistakes_names_the_first_of_user_expiration_copies_and_mode(bool isOfOther, bool hasExpiration, string text)
    {
        var properties = new WireProperties { ["headers"] = new FieldTable { { "CC", "key" } }, ["delivery-mode"] = (byte)7 };
        if (hasExpiration)
        {
            properties["expiration"] = "soon";
        }

        if (isOfOther)
        {
            properties["user-id"] = "bob";
        }

        await Client.PublishAsync(1, "amq.direct", Name, [], properties);

        await ExpectChannelCloseAsync(406, "PRECONDITION_FAILED - " + string.Format(null, text, Broker.Uri.User), "basic.publish");
    }

    [TestCaseSource(nameof(BadExpirations))]
    public async Task With_expiration(string expiration, string why)
    {
        await Client.PublishAsync(1, "amq.direct", Name, [], new WireProperties { ["expiration"] = expiration });

        await ExpectChannelCloseAsync(406, $"PRECONDITION_FAILED - invalid expiration '{expiration}': {why}", "basic.publish");
    }

    [TestCase("+5")]
    [TestCase("0")]
    [TestCase("315360000000")]
    public async Task With_a_valid_expiration_is_ok(string expiration)
    {
        await Client.PublishAsync(1, "amq.direct", Name, [], new WireProperties { ["expiration"] = expiration });

        await ExpectNothingAsync();
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(255)]
    public async Task With_an_unknown_delivery_mode_closes_the_channel_with_406(int mode)
    {
        await Client.PublishAsync(1, "amq.direct", Name, [], new WireProperties { ["delivery-mode"] = (byte)mode });

        await ExpectChannelCloseAsync(406, $"PRECONDITION_FAILED - invalid message: {{delivery_mode_unknown,{mode}}}", "basic.publish");
    }

    [TestCase("CC")]
    [TestCase("BCC")]
    public async Task With_a_carbon_copy_that_is_no_array_closes_the_channel_with_406(string header)
    {
        var properties = new WireProperties { ["headers"] = new FieldTable { { header, "key" } } };

        await Client.PublishAsync(1, "amq.direct", Name, [], properties);

        await ExpectChannelCloseAsync(
            406, $"PRECONDITION_FAILED - invalid message: {{unacceptable_type_in_header,\"{header}\",longstr}}", "basic.publish");
    }

    [Test]
    public async Task With_direct_reply_to_but_no_consumer_of_it_closes_the_channel_with_406()
    {
        await DeclareQueueAsync();

        await PublishAsync("request", new WireProperties { ["reply-to"] = "amq.rabbitmq.reply-to" });

        await ExpectChannelCloseAsync(406, "PRECONDITION_FAILED - fast reply consumer does not exist", "basic.publish");
    }

    [TestCase("malformed")]
    [TestCase("abc.def")]
    public async Task To_a_malformed_reply_address_is_unroutable(string address)
    {
        await Client.PublishAsync(1, string.Empty, $"amq.rabbitmq.reply-to.{address}", [], mandatory: true);

        var returned = await Client.ExpectContentAsync("basic.return");
        Assert.That(returned.Method.Number("reply-code"), Is.EqualTo(312));
    }

    private static TestCaseData Expiration(string expiration, string why)
    {
        var word = expiration switch { "" => "empty", " 10" => "blank_10", "-1" => "minus_1", _ => expiration };
        return new TestCaseData(expiration, why).SetName($"With_expiration_{word}_closes_the_channel_with_406");
    }
}
