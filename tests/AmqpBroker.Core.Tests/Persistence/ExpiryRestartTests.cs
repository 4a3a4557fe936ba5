using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

[CancelAfter(60_000)]
public sealed class ExpiryRestartTests
{
    private const long Century = 4_000_000_000_000;

    [TestCase(Century, Numbered.Now + Century)]
    [TestCase(1, null)]
    [TestCase(-1, 0)]
    public async Task A_message_expires_after_a_restart_when_it_would_have_without(long expiresAfter, long? expiresAt)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await disk.OpenAsync())
        {
            await store.DeclareAsync("q");
            await store.Store.Journal.WaitUntilSafeAsync(store.Enqueue(["q"], 1, expiresAfter: expiresAfter)());
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync();
        Assert.That(again.Queue("q").TryGet(out var message) ? new MessageRecord(message.Record.Bytes).ExpiresAt : (long?)null, Is.EqualTo(expiresAt));
    }
}
