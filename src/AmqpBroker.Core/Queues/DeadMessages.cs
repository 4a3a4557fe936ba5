using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Messages that died in a queue, or were refused by it, until its dead-letter exchange is given them. Guarded by the queue.</summary>
internal struct DeadMessages
{
    private List<Death>? _deaths;
    private RecordLog? _refused;

    /// <summary>Adds a message that the queue holds until then.</summary>
    public void Add(in RecordRef record, DeathReason reason) => (_deaths ??= []).Add(new Death(record, reason));

    /// <summary>Adds messages that the queue did not take: they lie in a log of their own.</summary>
    /// <param name="run">The messages; borrowed.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="pool">Where the memory for them comes from.</param>
    public void AddRefused(in MessageRun run, long now, SegmentPool pool)
    {
        _refused ??= new RecordLog(pool);
        foreach (ref readonly var message in run.Messages)
        {
            var bytes = _refused.Append(MessageRecord.LengthOf(run.Route.Length, in message), out _);
            MessageRecord.Write(bytes, run.Route, in message, now, due: long.MaxValue);
            _refused.TryReadNext(out var record);
            (_deaths ??= []).Add(new Death(record, DeathReason.MaxLength, _refused));
        }
    }

    /// <summary>Gives those that were added since; null when there is none.</summary>
    public List<Death>? Take()
    {
        var deaths = _deaths;
        _deaths = null;
        return deaths;
    }
}
