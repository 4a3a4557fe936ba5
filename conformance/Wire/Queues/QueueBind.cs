using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Queues;

public sealed class QueueBind : ChannelRules
{
    [Test]
    public async Task Leads_messages_with_the_key_to_the_queue()
    {
        await DeclareQueueAsync();

        await CallAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));

        await Client.PublishAsync(1, "amq.direct", Name, "routed"u8.ToArray());
        var got = await GetAsync();
        Assert.That((got.Method.Text("exchange"), got.Method.Text("routing-key")), Is.EqualTo(("amq.direct", Name)));
    }

    [Test]
    public async Task Of_a_missing_queue_closes_the_channel_with_404()
    {
        await SendAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.bind");
    }

    [Test]
    public async Task To_a_missing_exchange_closes_the_channel_with_404()
    {
        await DeclareQueueAsync();

        await SendAsync("queue.bind", ("queue", Name), ("exchange", Name));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "queue.bind");
    }

    [Test]
    public async Task Of_a_missing_queue_to_a_missing_exchange_blames_the_exchange()
    {
        await SendAsync("queue.bind", ("queue", Name), ("exchange", Name));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "queue.bind");
    }

    [Test]
    public async Task To_the_default_exchange_closes_the_channel_with_403()
    {
        await DeclareQueueAsync();

        await SendAsync("queue.bind", ("queue", Name));

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - operation not permitted on the default exchange", "queue.bind");
    }

    [Test]
    public async Task Of_a_queue_exclusive_to_another_connection_closes_the_channel_with_405()
    {
        await using var owner = await OpenAnotherAsync();
        await owner.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));

        await SendAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"));

        await ExpectChannelCloseAsync(405, LockedText.Of(QueueNamed(Name)), "queue.bind");
    }

    [Test]
    public async Task Of_no_queue_by_no_key_takes_the_last_declared_and_its_name_as_key()
    {
        await DeclareQueueAsync();

        await CallAsync("queue.bind", ("exchange", "amq.direct"));

        await Client.PublishAsync(1, "amq.direct", Name, "routed"u8.ToArray());
        await GetAsync();
    }

    [Test]
    public async Task Of_no_queue_by_a_key_takes_the_last_declared()
    {
        await DeclareQueueAsync();

        await CallAsync("queue.bind", ("exchange", "amq.direct"), ("routing-key", Name + ".key"));

        await Client.PublishAsync(1, "amq.direct", Name + ".key", "routed"u8.ToArray());
        await GetAsync();
    }

    [Test]
    public async Task Of_a_queue_by_no_key_takes_the_empty_key()
    {
        await DeclareQueueAsync();
        await DeclareExchangeAsync();

        await CallAsync("queue.bind", ("queue", Name), ("exchange", Name));

        await Client.PublishAsync(1, Name, string.Empty, "routed"u8.ToArray());
        await GetAsync();
    }

    [Test]
    public async Task Of_no_queue_with_none_declared_closes_the_channel_with_404()
    {
        await SendAsync("queue.bind", ("exchange", "amq.direct"));

        await ExpectChannelCloseAsync(404, "NOT_FOUND - no previously declared queue", "queue.bind");
    }

    [Test]
    public async Task Of_no_queue_with_the_last_one_deleted_closes_the_channel_with_404()
    {
        await DeclareQueueAsync();
        await CallAsync("queue.delete", ("queue", Name));

        await SendAsync("queue.bind", ("exchange", "amq.direct"));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.bind");
    }

    [Test]
    public async Task Twice_is_one_binding()
    {
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));
        await CallAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));

        await CallAsync("queue.unbind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));

        await Client.PublishAsync(1, "amq.direct", Name, "lost"u8.ToArray());
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Twice_with_other_arguments_is_two_bindings()
    {
        await DeclareQueueAsync();
        await CallAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));
        var arguments = new FieldTable { { "x", 1 } };
        await CallAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name), ("arguments", arguments));

        await CallAsync("queue.unbind", ("queue", Name), ("exchange", "amq.direct"), ("routing-key", Name));

        await Client.PublishAsync(1, "amq.direct", Name, "routed"u8.ToArray());
        await GetAsync();
    }

    [Test]
    public async Task To_a_headers_exchange_with_an_unknown_x_match_closes_the_channel_with_406()
    {
        await DeclareQueueAsync();

        await SendAsync("queue.bind", ("queue", Name), ("exchange", "amq.headers"), ("arguments", new FieldTable { { "x-match", "foo" } }));

        const string Text = "PRECONDITION_FAILED - Invalid x-match field value <<\"foo\">>; expected all, any, all-with-x, or any-with-x";
        await ExpectChannelCloseAsync(406, Text, "queue.bind");
    }

    [Test]
    public async Task To_a_headers_exchange_with_an_x_match_that_is_no_string_closes_the_channel_with_406()
    {
        await DeclareQueueAsync();

        await SendAsync("queue.bind", ("queue", Name), ("exchange", "amq.headers"), ("arguments", new FieldTable { { "x-match", 5 } }));

        const string Text = "PRECONDITION_FAILED - Invalid x-match field type signedint (value 5); expected longstr";
        await ExpectChannelCloseAsync(406, Text, "queue.bind");
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await DeclareQueueAsync();

        await SendAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("nowait", true));

        await ExpectNothingAsync();
    }

    [Test]
    public async Task With_nowait_an_error_closes_the_channel_too()
    {
        await SendAsync("queue.bind", ("queue", Name), ("exchange", "amq.direct"), ("nowait", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.bind");
    }
}
