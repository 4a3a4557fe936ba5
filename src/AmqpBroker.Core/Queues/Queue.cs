using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Core.Queues;

/// <summary>What a channel may ask of a queue, whatever its type and wherever it lives (identity and attributes never change).</summary>
/// <param name="virtualHost">The virtual host's name.</param>
/// <param name="declaration">What it was declared with.</param>
public abstract class Queue(string virtualHost, QueueDeclaration declaration)
{
    /// <summary>What <see cref="Enqueue"/> gives when the queue is full and takes no more.</summary>
    public const long Refused = -2;

    /// <summary>What <see cref="Enqueue"/> gives when a message of the same id is in the queue and this one was dropped.</summary>
    public const long Duplicate = -3;

    private HeldPolicy _held = HeldPolicy.None;

    /// <summary>What its arguments and policies say.</summary>
    public abstract QueueSettings Settings { get; }

    /// <summary>What policies say of it.</summary>
    public EffectivePolicy Policy => Held.Policy;

    /// <summary>The virtual host's name.</summary>
    public string VirtualHost { get; } = virtualHost;

    /// <summary>What the queue was declared with.</summary>
    public QueueDeclaration Declaration { get; } = declaration;

    /// <summary>Its id for what is stored; 0 when it is not durable.</summary>
    public long Id => Declaration.Id;

    /// <summary>The queue's name, unique in its virtual host.</summary>
    public string Name => Declaration.Name;

    /// <summary>The kind of queue.</summary>
    public QueueType Type => Settings.Quorum is null ? QueueType.Classic : QueueType.Quorum;

    /// <summary>What has happened in it.</summary>
    public StatHolder Statistics { get; } = new();

    /// <summary>Whether it keeps messages over a restart that are not persistent, too.</summary>
    public bool KeepsTransient => Settings.KeepsTransient;

    /// <summary>Whether it has been deleted; a route from before may still name it.</summary>
    public virtual bool IsDeleted => false;

    /// <summary>The policy it is under. Changed under the queue's own lock, read without one.</summary>
    internal HeldPolicy Held
    {
        get => Volatile.Read(ref _held);
        private protected set => Volatile.Write(ref _held, value);
    }

    /// <summary>What it is to policies.</summary>
    internal PolicySubjects PolicySubject { get; } = PolicySubjectNames.Of(declaration);

    /// <summary>Begins under a policy, before anyone knows of the queue: takes no lock.</summary>
    internal abstract void BeginUnder(HeldPolicy held);

    /// <summary>Comes under a policy; one found by rules not newer than those of the one it is under makes no difference.</summary>
    /// <returns>Whether routes to it change: it refuses messages now, or does no more.</returns>
    internal abstract bool ComeUnder(HeldPolicy held);

    /// <summary>Notes that someone has declared the queue: one that expires when unused begins to wait anew.</summary>
    public abstract void NoteUse();

    /// <summary>Appends messages in order. Those for a queue deleted meanwhile are dropped, as if they had come just before.</summary>
    /// <param name="run">The messages; borrowed.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <returns>The position of the first message, the others following one by one; negative when the queue was deleted, or
    /// has <see cref="Refused"/> them, or has one like it (<see cref="Duplicate"/>); one that does either wants runs of one message.</returns>
    public abstract long Enqueue(in MessageRun run, long now);

    /// <summary>How it stands with the message that a <see cref="Duplicate"/> was dropped for.</summary>
    public virtual DuplicateState FindDuplicate(in PublishedMessage message) => DuplicateState.Safe;

    /// <summary>A message that was enqueued is in the journal now; to be said to queues that deduplicate.</summary>
    /// <param name="message">The message; borrowed.</param>
    /// <param name="position">Its position.</param>
    /// <param name="lsn">Where it is safe.</param>
    public virtual void NoteJournaled(in PublishedMessage message, long position, long lsn)
    {
    }

    /// <summary>Whether persistent messages in it are to be journaled, by whoever enqueues them; the queue journals the rest.</summary>
    public abstract bool IsJournaled { get; }

    /// <summary>Hands out what can be handed out. Call it, outside any lock, after whatever made work possible.</summary>
    public abstract void Dispatch();

    /// <summary>As <see cref="Dispatch"/>, on another thread.</summary>
    public abstract void DispatchElsewhere();

    /// <summary>Puts a consumer on the queue; its deliveries begin with the next <see cref="Dispatch"/>.</summary>
    public abstract SubscribeOutcome Subscribe(Consumer consumer);

    /// <summary>Takes a consumer off; deliveries handed to its sink before may still be settled.</summary>
    /// <returns>True when it was the last one.</returns>
    public abstract bool Unsubscribe(Consumer consumer);

    /// <summary>
    /// Ends when the messages from before a restart are there: until then it takes new ones, but gives none and does not know how many it has.
    /// Fails with 320 when the broker stops before.
    /// </summary>
    public abstract Task Restored { get; }

    /// <summary>Takes the first message, for basic.get; false also when it is on disk, see <see cref="TryFetchFirst"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isNoAck">Whether it counts as acknowledged; it must be settled all the same.</param>
    public abstract bool TryGet(out GotMessage message, bool isNoAck = false);

    /// <summary>Has the first message brought into memory; false when there is none.</summary>
    /// <param name="fetched">Ends when it may be there: then try again.</param>
    public abstract bool TryFetchFirst(out Task fetched);

    /// <summary>Shows ready messages in the order of delivery, wherever they are kept: nobody notices, and nothing about them changes.</summary>
    /// <exception cref="IOException">What is on disk cannot be read.</exception>
    public virtual ValueTask<BrowsedMessages> BrowseAsync(BrowseRequest request, CancellationToken cancellationToken) => new(BrowsedMessages.None);

    /// <summary>Where the next message will be: those that are there now have lower positions.</summary>
    public virtual long EndPosition => 0;

    /// <summary>Takes the message at a place that <see cref="BrowseAsync"/> has shown, as <see cref="TryGet"/> takes the first.</summary>
    /// <param name="place">The place.</param>
    /// <param name="message">The message; it must be settled.</param>
    /// <param name="isOnDisk">Whether it may be there, but on disk.</param>
    public virtual bool TryTake(in BrowsePlace place, out GotMessage message, out bool isOnDisk)
    {
        (message, isOnDisk) = (default, false);
        return false;
    }

    /// <summary>Settles deliveries, all with one outcome. Follow with <see cref="Dispatch"/>.</summary>
    public abstract void Settle(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome);

    /// <summary>As <see cref="Settle(ReadOnlySpan{SettledDelivery}, SettleOutcome)"/>, as a part of a transaction: its record says what is done with.</summary>
    public virtual void Settle(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome, JournalTransaction transaction) => Settle(deliveries, outcome);

    /// <summary>Drops the ready messages; unacked ones stay with whoever has them. Once <see cref="Restored"/>.</summary>
    /// <returns>How many there were.</returns>
    public abstract long Purge();

    /// <summary>Ends the queue if the conditions hold; its owner takes it out of the registry afterwards.</summary>
    public abstract QueueDeletion Delete(QueueDeleteConditions conditions);

    /// <summary>The consumer that gets everything, of a queue with a single active consumer; null where all are served.</summary>
    public virtual Consumer? ActiveConsumer => null;

    /// <summary>How it stands now.</summary>
    public virtual QueueFigures Figures => new() { Counts = Count() };

    /// <summary>Writes what has happened in it, in the order of <see cref="StatSet.Queue"/>.</summary>
    internal virtual void ReadStatistics(Span<long> values) => values.Clear();

    /// <summary>Counts what the queue holds: the whole of it once <see cref="Restored"/>.</summary>
    public abstract QueueCounts Count();

    /// <summary>What may be seen of the queue.</summary>
    public virtual QueueSnapshot Inspect() => new() { Figures = Figures };
}
