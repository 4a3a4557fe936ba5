using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>For the fixtures of dead-lettering: queues in which messages die, and where those go.</summary>
public abstract class DeadLetterRules : FeatureRules
{
    protected static Dictionary<string, object?> Carbon(string header, params string[] keys) =>
        Arguments((header, keys.Cast<object>().ToList()));

    /// <summary>A queue with these arguments, and the queue where its dead messages go.</summary>
    protected async Task<(string Queue, string Graveyard)> PairAsync(params (string Name, object? Value)[] arguments)
    {
        var graveyard = await QueueAsync("dead");
        var queue = await QueueAsync(
            "q", [.. arguments, ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard)]);
        return (queue, graveyard);
    }

    /// <summary>A queue in which messages die at once.</summary>
    protected Task<string> DyingQueueAsync(string suffix, string graveyard) => QueueAsync(
        suffix, ("x-message-ttl", 0), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard));

    protected async Task ExpectDeathAsync(string graveyard, string reason, string queue, string exchange, string[] keys)
    {
        var dead = await GetAsync(graveyard);
        Assert.That(dead.Deaths, Has.Count.EqualTo(1));
        var death = dead.Deaths[0];
        Assert.That((death.Reason, death.Queue, death.Exchange, death.Count), Is.EqualTo((reason, queue, exchange, 1L)));
        Assert.That(death.RoutingKeys, Is.EqualTo(keys));
        Assert.That((dead.Text, dead.Redelivered), Is.EqualTo(("1", false)));
    }
}
