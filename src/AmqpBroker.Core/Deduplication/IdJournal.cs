using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Deduplication;

/// <summary>
/// Keeps the ids of a deduplicating exchange over a restart: in the message journal, each as a message of nothing but its id. Called outside
/// every lock.
/// </summary>
/// <param name="id">What they are stored under.</param>
/// <param name="journal">The journal.</param>
/// <param name="ended">Told when the exchange is gone for good.</param>
public sealed class IdJournal(long id, MessageJournal journal, Action<long> ended)
{
    // No exchange, no routing key.
    private static readonly byte[] Route = [0, 0];

    /// <summary>What the ids are stored under.</summary>
    public long Id => id;

    /// <summary>Where the journal ends; to be asked before an id is given its position.</summary>
    public long EndLsn => journal.EndLsn;

    /// <summary>Writes an id behind its message, so that it is never remembered without.</summary>
    /// <param name="start">What <see cref="EndLsn"/> was before.</param>
    /// <param name="position">Its position.</param>
    /// <param name="messageId">The id.</param>
    /// <param name="begun">When its message came, in Unix milliseconds.</param>
    /// <param name="expiresAt">When its time is over, in Unix milliseconds; <see cref="long.MaxValue"/> for never.</param>
    /// <returns>Where it is safe.</returns>
    public long Remember(long start, long position, byte[] messageId, long begun, long expiresAt)
    {
        PublishedMessage message = new()
        {
            Header = ContentHeader.ToArray((ulong)messageId.Length, new BasicProperties()),
            Body = messageId,
            Flags = MessageFlags.Persistent,
            ExpiresAfterMilliseconds = expiresAt == long.MaxValue ? -1 : expiresAt - begun,
        };
        return journal.Enqueued(start, [new JournalTarget(id, position)], new MessageRun(Route, [message]), begun);
    }

    /// <summary>Ids are not remembered any more.</summary>
    public void Forget(ReadOnlySpan<long> positions) => journal.Settled(id, positions);

    /// <summary>The exchange is gone for good.</summary>
    public void End() => ended(id);
}
