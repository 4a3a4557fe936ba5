using AmqpBroker.Core.Messages;

namespace AmqpBroker.Core.Queues;

/// <summary>
/// Sends the messages that die in a queue to its dead-letter exchange. What a full target refuses waits here, held by the queue and live in its journal,
/// and is tried again.
/// </summary>
/// <remarks>Confined to the queue's one dispatcher, so that messages arrive in the order of their deaths.</remarks>
internal sealed class DeadLetterOffice(Queue queue, IDeadLetterExchange exchange, TimeProvider time)
{
    /// <summary>How long a full target is left alone.</summary>
    private const long Pause = 1000;

    /// <summary>Most messages tried again in one go: the queue has other things to do.</summary>
    private const int MostAtOnce = 512;

    private readonly HashSet<string> _full = new(StringComparer.Ordinal);
    private List<DeadLetter> _waiting = [];

    /// <summary>When messages are tried again, in Unix milliseconds; <see cref="long.MaxValue"/> when none waits.</summary>
    public long NextTry { get; private set; } = long.MaxValue;

    /// <summary>Messages that wait for other queues than their own.</summary>
    public long WaitingForOthers { get; private set; }

    /// <summary>Bytes of their bodies.</summary>
    public long BytesForOthers { get; private set; }

    /// <summary>Whether <see cref="Deliver"/> has something to do, though nothing has died.</summary>
    /// <param name="isDeleted">Whether the queue is gone.</param>
    public bool IsDue(bool isDeleted) => _waiting.Count > 0 && (isDeleted || NextTry <= Now());

    /// <summary>Sends messages that have died, and tries again what is due.</summary>
    /// <param name="settings">Where to.</param>
    /// <param name="deaths">The messages; when this returns, those that the queue may let go.</param>
    /// <param name="isDeleted">Whether the queue is gone: then nothing waits any more.</param>
    public void Deliver(QueueSettings settings, List<Death> deaths, bool isDeleted)
    {
        if (settings.DeadLetterExchange is null)
        {
            // No more, by a policy: then messages that die just go.
            deaths.AddRange(TakeWaiting().Select(static letter => letter.Death));
            return;
        }

        var sent = IsDue(isDeleted) ? TryAgain(settings, isDeleted) : [];
        foreach (var death in deaths)
        {
            // What the queue refused it never had, so it is not its to keep.
            var mayWait = !settings.DeadLettersAtMostOnce && death.RefusedTo is null && !isDeleted;
            Send(settings, new DeadLetter(death, time.GetUtcNow(), _full) { MayWait = mayWait }, sent);
        }

        deaths.Clear();
        deaths.AddRange(sent);
        if (_waiting.Count > 0 && NextTry == long.MaxValue)
        {
            NextTry = Now() + Pause;
        }
    }

    private List<DeadLetter> TakeWaiting()
    {
        var waiting = _waiting;
        _waiting = [];
        _full.Clear();
        NextTry = long.MaxValue;
        (WaitingForOthers, BytesForOthers) = (0, 0);
        return waiting;
    }

    private List<Death> TryAgain(QueueSettings settings, bool isDeleted)
    {
        var sent = new List<Death>();
        var tried = 0;
        foreach (var letter in TakeWaiting())
        {
            // Refused before, so it is missing somewhere.
            var missing = letter.Missing!;
            if (isDeleted)
            {
                sent.Add(letter.Death);
            }
            else if (tried == MostAtOnce || missing.All(_full.Contains))
            {
                Keep(letter, missing);
            }
            else
            {
                tried++;
                Send(settings, letter, sent);
            }
        }

        if (tried == MostAtOnce && _waiting.Count > 0)
        {
            NextTry = Now();
        }

        return sent;
    }

    private void Send(QueueSettings settings, in DeadLetter letter, List<Death> sent)
    {
        var refused = exchange.Publish(queue, settings, in letter);
        if (refused.Count > 0 && letter.MayWait)
        {
            Keep(letter, refused);
        }
        else
        {
            sent.Add(letter.Death);
        }
    }

    private void Keep(DeadLetter letter, IReadOnlyList<string> missing)
    {
        _waiting.Add(letter with { Missing = missing });
        _full.UnionWith(missing);
        if (!missing.Contains(queue.Name, StringComparer.Ordinal))
        {
            WaitingForOthers++;
            BytesForOthers += MessageRecord.BodyLengthOf(letter.Death.Record.Bytes);
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
