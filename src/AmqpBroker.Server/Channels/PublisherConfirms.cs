using AmqpBroker.Core.Persistence;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Server.Channels;

/// <summary>Publisher confirms of one channel: numbers publishes from 1 on and acknowledges what is safe.</summary>
/// <remarks>
/// Counting is confined to the input loop; what waits for the disk is guarded by the connection's output, since the
/// log's writer brings the news. One frame acknowledges all that one sync made safe.
/// </remarks>
internal sealed class PublisherConfirms(AmqpChannel channel) : IDurabilityWaiter
{
    private readonly Queue<(ulong Tag, long Lsn, long Count)> _waiting = new();
    private readonly HashSet<ulong> _refused = [];
    private ulong _published;
    private ulong _accepted;
    private ulong _acceptedBefore;
    private ulong _noted;
    private ulong _confirmed;
    private long _nacked;
    private long _takenNoted;
    private long _answered;

    /// <summary>Whether confirm.select has been called; it cannot be undone.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Publishes counted so far. Any thread.</summary>
    public long Published => (long)Volatile.Read(ref _published);

    /// <summary>Publishes acknowledged so far. Any thread.</summary>
    public long Acknowledged => Volatile.Read(ref _answered);

    /// <summary>Publishes that will be. Any thread.</summary>
    public long Outstanding => Math.Max(0, Taken - Volatile.Read(ref _answered));

    private long Taken => (long)Volatile.Read(ref _published) - Volatile.Read(ref _nacked);

    public void Select() => IsOn = true;

    /// <summary>Counts a publish.</summary>
    public void Count()
    {
        if (IsOn)
        {
            _acceptedBefore = _accepted;
            _accepted = ++_published;
        }
    }

    /// <summary>Tells the publisher that a queue did not take what was counted last.</summary>
    public void Refuse()
    {
        if (IsOn)
        {
            _accepted = _acceptedBefore;
            _nacked++;
            _refused.Add(_published);
            channel.Output.Write(channel.Number, new BasicNack(_published, Multiple: false, Requeue: false));
        }
    }

    /// <summary>Acknowledges what one read published: at once, or when the journal has it safe.</summary>
    /// <param name="lsn">Log sequence number behind it; 0 when nothing of it goes to the journal.</param>
    /// <param name="journal">The journal; not null when there is an <paramref name="lsn"/>.</param>
    public void Confirm(long lsn, MessageJournal? journal)
    {
        if (_accepted <= _noted)
        {
            // All that came has been refused, and is never looked at again.
            _noted = _published;
            _refused.Clear();
            return;
        }

        lock (channel.Output.Gate)
        {
            var first = _noted + 1;
            _noted = _published;
            var count = Taken - _takenNoted;
            _takenNoted += count;
            if (lsn > 0)
            {
                _waiting.Enqueue((_accepted, lsn, count));
            }
            else if (_waiting.Count == 0)
            {
                Acknowledge(_accepted, count);
            }
            else
            {
                // Earlier ones still wait for the disk, so these cannot be acknowledged together with all before.
                _answered += count;
                for (var tag = first; tag <= _accepted; tag++)
                {
                    if (_refused.Contains(tag))
                    {
                        continue;
                    }

                    channel.Output.WriteLocked(channel.Number, new BasicAck(tag, Multiple: false));
                }
            }
        }

        _refused.Clear();
        if (lsn > 0)
        {
            journal?.NotifyWhenDurable(lsn, this);
        }
    }

    /// <inheritdoc/>
    public void OnDurable(long durableLsn)
    {
        try
        {
            AcknowledgeUpTo(durableLsn);
        }
        catch (ObjectDisposedException)
        {
            // The server has stopped without waiting for a disk that hung, and its memory for sending is gone; the log's writer goes on.
        }
    }

    private void AcknowledgeUpTo(long durableLsn)
    {
        lock (channel.Output.Gate)
        {
            var last = 0UL;
            var count = 0L;
            while (_waiting.TryPeek(out var waiting) && waiting.Lsn <= durableLsn)
            {
                last = waiting.Tag;
                count += waiting.Count;
                _waiting.Dequeue();
            }

            if (last > 0 && !channel.IsClosing)
            {
                Acknowledge(last, count);
                channel.Output.FlushLocked();
            }
        }
    }

    private void Acknowledge(ulong last, long count)
    {
        _answered += count;
        channel.Output.WriteLocked(channel.Number, new BasicAck(last, Multiple: last - _confirmed > 1));
        _confirmed = last;
    }
}
