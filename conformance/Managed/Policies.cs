using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Managed;

public sealed class Policies : ManagedRules
{
    [Test]
    public async Task Limit_a_queue_that_comes_later()
    {
        await SetAsync(("max-length", 2));
        var queue = await QueueAsync();

        await FillAsync(queue, "1", "2", "3");

        await ExpectAsync(queue, "2", "3");
    }

    [Test]
    public async Task Limit_a_queue_that_is_there_at_once()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");

        await SetAsync(("max-length", 2));

        await ExpectCountAsync(queue, 2);
    }

    [Test]
    public async Task Hold_no_longer_when_they_are_deleted()
    {
        await SetAsync(("max-length", 1));
        var queue = await QueueAsync();

        await Api.DeleteAsync($"policies/{Vhost}/{Name}");

        await EventuallyAsync(
            async () =>
            {
                await Channel.QueuePurgeAsync(queue);
                await FillAsync(queue, "1", "2");
                return await Channel.MessageCountAsync(queue) == 2;
            },
            "the limit is gone");
    }

    [Test]
    public async Task Of_higher_priority_win()
    {
        await SetAsync(("max-length", 1));
        await PutAsync("policies", $"{Name}.other", priority: 5, ("max-length", 2));
        var queue = await QueueAsync();

        await FillAsync(queue, "1", "2", "3");

        await ExpectAsync(queue, "2", "3");
    }

    [Test]
    public async Task And_arguments_hold_by_the_smaller_limit()
    {
        await SetAsync(("max-length", 2));
        var smaller = await QueueAsync("smaller", ("x-max-length", 1));
        var larger = await QueueAsync("larger", ("x-max-length", 3));

        await FillAsync(smaller, "1", "2", "3", "4");
        await FillAsync(larger, "1", "2", "3", "4");

        await ExpectAsync(smaller, "4");
        await ExpectAsync(larger, "3", "4");
    }

    [Test]
    public async Task Of_the_operator_hold_by_the_smaller_limit()
    {
        await SetAsync(("max-length", 3));
        await PutAsync("operator-policies", Name, priority: 0, ("max-length", 1));
        var queue = await QueueAsync();

        await FillAsync(queue, "1", "2", "3");

        await ExpectAsync(queue, "3");
    }

    [Test]
    public async Task Dead_letter()
    {
        var graveyard = await QueueAsync("dead");
        await PutAsync(
            "policies", Name, priority: 0, $"^{Name}\\.q$", ("message-ttl", 0), ("dead-letter-exchange", string.Empty), ("dead-letter-routing-key", graveyard));
        var queue = await QueueAsync();

        await FillAsync(queue, "1");

        Assert.That((await GetAsync(graveyard)).Deaths[0].Reason, Is.EqualTo("expired"));
    }

    [Test]
    public async Task Give_way_to_the_arguments_for_dead_letters()
    {
        var byArgument = await QueueAsync("argument");
        var byPolicy = await QueueAsync("policy");
        await PutAsync(
            "policies", Name, priority: 0, $"^{Name}\\.q$", ("dead-letter-exchange", string.Empty), ("dead-letter-routing-key", byPolicy));
        var queue = await QueueAsync(
            "q", ("x-message-ttl", 0), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", byArgument));

        await FillAsync(queue, "1");

        await ExpectEventuallyAsync(byArgument, "1");
        await ExpectAsync(byPolicy);
    }

    [Test]
    public async Task Give_exchanges_an_alternate()
    {
        var alternate = await ExchangeAsync("fanout", "alternate");
        await PutAsync("policies", Name, priority: 0, $"^{Name}\\.x$", ("alternate-exchange", alternate));
        var exchange = await ExchangeAsync("direct");
        var queue = await BoundQueueAsync("q", alternate, string.Empty);

        await PublishAsync(exchange, "key", "1");

        await ExpectAsync(queue, "1");
    }

    private Task SetAsync(params (string Key, object Value)[] definition) => PutAsync("policies", Name, priority: 0, definition);

    private Task PutAsync(string kind, string policy, int priority, params (string Key, object Value)[] definition) =>
        PutAsync(kind, policy, priority, $"^{Name}", definition);

    private Task PutAsync(string kind, string policy, int priority, string pattern, params (string Key, object Value)[] definition)
    {
        var body = new Dictionary<string, object>
        {
            ["pattern"] = pattern,
            ["priority"] = priority,
            ["apply-to"] = kind == "policies" && definition[0].Key == "alternate-exchange" ? "exchanges" : "queues",
            ["definition"] = definition.ToDictionary(entry => entry.Key, entry => entry.Value),
        };
        return kind == "policies"
            ? Api.PutAsync($"policies/{Vhost}/{policy}", body)
            : Api.PutAsync($"operator-policies/{Vhost}/{policy}", body);
    }
}
