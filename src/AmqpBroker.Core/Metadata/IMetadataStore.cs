namespace AmqpBroker.Core.Metadata;

/// <summary>Keeps what outlives the broker's process: durable exchanges, queues and bindings, as commands that were carried out.</summary>
/// <remarks>
/// Safe for any thread. The model decides on a command, keeps what the decision rests on from changing, commits the command
/// here outside any lock, and applies it when that has returned; nothing of it is seen before.
/// </remarks>
public interface IMetadataStore
{
    /// <summary>Everything the store holds, as commands that make it from nothing, in an order in which they can be applied.</summary>
    IReadOnlyList<MetadataCommand> Load();

    /// <summary>An id for a durable queue: never zero, and never that of another one this store has held.</summary>
    long NextQueueId();

    /// <summary>
    /// Completes when the command is safe. It cannot be taken back, so there is no token: a disk that is full or failing is waited for.
    /// Two commands that touch each other must not be under way at the same time.
    /// </summary>
    /// <exception cref="MetadataStoreException">The store was closed before the command was safe; whether it will be there after a restart is not known.</exception>
    ValueTask CommitAsync(MetadataCommand command);
}
