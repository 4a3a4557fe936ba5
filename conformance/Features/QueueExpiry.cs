using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The argument x-expires: a queue goes when it has not been used for that long.</summary>
public sealed class QueueExpiry : FeatureRules
{
    /// <summary>Milliseconds in which a consumer comes on a busy machine too.</summary>
    private const int LongEnoughToConsume = 1_500;

    [Test]
    public async Task Deletes_an_unused_queue()
    {
        var queue = await DurableQueueAsync("q", ("x-expires", 150));

        await ExpectGoneAsync(queue);
    }

    [Test]
    public async Task Deletes_a_queue_with_messages()
    {
        var queue = await DurableQueueAsync("q", ("x-expires", 150));
        await FillAsync(queue, "1");

        await ExpectGoneAsync(queue);
    }

    [Test]
    public async Task Waits_while_there_is_a_consumer()
    {
        var queue = await DurableQueueAsync("q", ("x-expires", LongEnoughToConsume));
        await ConsumeAsync(queue);
        await OutliveAsync();

        Assert.That(await QueueExistsAsync(queue));
    }

    [Test]
    public async Task Begins_when_the_last_consumer_goes()
    {
        var queue = await DurableQueueAsync("q", ("x-expires", LongEnoughToConsume));
        var inbox = await ConsumeAsync(queue);

        await Channel.BasicCancelAsync(inbox.Tag);

        await ExpectGoneAsync(queue, LongEnoughToConsume);
    }

    [Test]
    public async Task Begins_again_with_every_get()
    {
        var queue = await DurableQueueAsync("q", ("x-expires", 3_000));

        for (var used = 0; used < 8; used++)
        {
            await TryGetAsync(queue);
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        Assert.That(await QueueExistsAsync(queue));
    }

    [Test]
    public async Task Begins_again_with_every_declaration()
    {
        var queue = await DurableQueueAsync("q", ("x-expires", 3_000));

        for (var used = 0; used < 8; used++)
        {
            await Channel.QueueDeclarePassiveAsync(queue);
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        Assert.That(await QueueExistsAsync(queue));
    }

    [Test]
    public async Task Does_not_dead_letter_the_messages()
    {
        var graveyard = await QueueAsync("dead");
        var queue = await DurableQueueAsync("q", ("x-expires", 150), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard));
        await FillAsync(queue, "1");

        await ExpectGoneAsync(queue);

        await ExpectAsync(graveyard);
    }

    /// <summary>Another queue with the same time goes meanwhile.</summary>
    private async Task OutliveAsync() => await ExpectGoneAsync(await DurableQueueAsync("other", ("x-expires", LongEnoughToConsume)), LongEnoughToConsume);

    // Each look at a queue is a use of it: so this looks seldom.
    private async Task ExpectGoneAsync(string queue, int expires = 250)
    {
        for (var look = 0; look < 12; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2 * expires));
            if (!await QueueExistsAsync(queue))
            {
                return;
            }
        }

        Assert.Fail($"{queue} is still there.");
    }
}
