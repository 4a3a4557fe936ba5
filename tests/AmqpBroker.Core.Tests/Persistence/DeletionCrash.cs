using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>The machine fails while something with messages is being deleted.</summary>
internal static class DeletionCrash
{
    /// <summary>Messages to be deleted, or not.</summary>
    public const int Messages = 100;

    /// <summary>A size of files that these messages fill more than one of.</summary>
    public const int SmallFile = 4096;

    /// <summary>Deletes on a disk that makes nothing safe, and crashes.</summary>
    /// <returns>Whether the deletion was said to be done.</returns>
    public static Task<bool> BeforeItIsSafeAsync(StoreDisk disk, OpenStore store, Func<Task> delete, CancellationToken cancellationToken)
    {
        disk.Files.HoldSyncs();
        return RunAsync(disk, store, delete, cancellationToken);
    }

    /// <summary>Deletes on a disk that fails in every way after a number of operations, and crashes.</summary>
    /// <returns>Whether the deletion was said to be done.</returns>
    public static Task<bool> AfterAsync(int operations, StoreDisk disk, OpenStore store, Func<Task> delete, CancellationToken cancellationToken)
    {
        foreach (var operation in Enum.GetValues<FileOperation>())
        {
            disk.Files.Fail(operation, after: operations, times: int.MaxValue);
        }

        return RunAsync(disk, store, delete, cancellationToken);
    }

    private static async Task<bool> RunAsync(StoreDisk disk, OpenStore store, Func<Task> delete, CancellationToken cancellationToken)
    {
        var deleting = delete();
        try
        {
            await store.Store.CleanAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(1), cancellationToken);
        }
        catch (Exception failed) when (failed is IOException or TimeoutException)
        {
            // The disk refuses, or is waited for.
        }

        var wasDeleted = deleting.IsCompletedSuccessfully;
        await disk.CrashAsync(store);
        try
        {
            await deleting;
        }
        catch (MetadataStoreException)
        {
            // The store was closed before the deletion was safe.
        }

        return wasDeleted;
    }
}
