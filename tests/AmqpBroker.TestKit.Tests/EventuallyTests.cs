using NUnit.Framework;

namespace AmqpBroker.TestKit.Tests;

public sealed class EventuallyTests
{
    [Test]
    [CancelAfter(10_000)]
    public async Task Asks_until_the_value_is_there(CancellationToken cancellationToken)
    {
        var asked = 0;

        await Eventually.EqualAsync(3, () => Task.FromResult(++asked), "asked", cancellationToken);

        Assert.That(asked, Is.EqualTo(3));
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task Tells_what_it_waited_for_and_what_it_saw(CancellationToken cancellationToken)
    {
        var failure = await Assert.ThrowsAsync<TimeoutException>(() =>
            Eventually.EqualAsync(2, () => Task.FromResult(1), "the number", cancellationToken, deadline: TimeSpan.Zero));

        Assert.That(failure.Message, Does.Contain("the number to become 2").And.Contain("it is 1"));
    }
}
