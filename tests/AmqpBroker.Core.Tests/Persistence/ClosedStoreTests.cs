using AmqpBroker.Core.Queues;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>Timers and dispatchers may come a moment after the store was closed.</summary>
public sealed class ClosedStoreTests
{
    [Test]
    public async Task What_is_settled_too_late_does_no_harm_and_comes_again()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        ClassicQueue queue;
        List<GotMessage> got = [];
        Func<long> journalLate;
        await using (var open = await disk.OpenAsync())
        {
            queue = await open.DeclareAsync("q");
            await open.PublishAsync("q", 1, 2, 3);
            while (queue.TryGet(out var message))
            {
                got.Add(message);
            }

            journalLate = open.Enqueue(["q"], 4);
        }

        Assert.That(queue.TryGet(out _), "memory of a closed file would end the process");
        Assert.That(
            () => queue.Settle([.. got.Select(message => new SettledDelivery(message.Record, Consumer: null))], SettleOutcome.Acknowledge),
            Throws.Nothing);
        Assert.That(() => queue.Purge(), Throws.Nothing);
        Assert.That(journalLate(), Is.EqualTo(long.MaxValue), "never safe, so never confirmed");

        await using var again = await disk.OpenAsync();
        Assert.That(again.Numbers("q"), Is.EqualTo(new[] { 1, 2, 3 }));
    }
}
