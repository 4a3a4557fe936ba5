using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>A data directory with something of everything in it, and what is to be found there.</summary>
internal static class FilledStore
{
    public static readonly string[] Topology = ["a", "b", "c", "e"];

    public static readonly int[] InA = [3, 4, 5, 6, 7];

    public static readonly int[] InB = [7];

    public static readonly int[] InC = [23];

    /// <summary>Numbers of the messages that are done with.</summary>
    public static readonly int[] Done = [1, 2, 21, 22];

    /// <summary>Leaves it as a killed broker does: no snapshot, no closing marker.</summary>
    public static async Task<StoreDisk> KilledAsync()
    {
        var disk = new StoreDisk(new FaultyFiles());
        var store = await disk.OpenAsync();
        await FillAsync(store);
        await disk.KillAsync(store);
        return disk;
    }

    /// <summary>Leaves it as a stopped broker does.</summary>
    public static async Task<StoreDisk> StoppedAsync()
    {
        var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await disk.OpenAsync())
        {
            await FillAsync(store);
        }

        return disk;
    }

    public static void AssertWhole(OpenStore store, string because)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(store.Topology, Is.EqualTo(Topology), because);
            Assert.That(store.Numbers("a"), Is.EqualTo(InA), because);
            Assert.That(store.Numbers("b"), Is.EqualTo(InB), because);
            Assert.That(store.Numbers("c"), Is.EqualTo(InC), because);
        }
    }

    private static async Task FillAsync(OpenStore store)
    {
        foreach (var queue in (string[])["a", "b", "c"])
        {
            await store.DeclareAsync(queue);
        }

        await store.BindAsync("a");
        await store.PublishAsync("a", 1, 2, 3, 4, 5, 6);
        await store.PublishAsync(["a", "b"], 7);
        store.Consume("a", 2);
        await store.PublishAsync("c", 21, 22);
        store.Queue("c").Purge();
        await store.PublishAsync("c", 23);
        await store.WriteAsync();
    }
}
