using AmqpBroker.Storage.Marks;

namespace AmqpBroker.Core.Queues;

/// <summary>Up to which position the messages of a queue have been handed out, for each priority; it outlives the process. Guarded by the queue.</summary>
/// <remarks>One for each priority, since the messages of one go out in the order of their positions, and those of several do not.</remarks>
public sealed class DeliveredMarks
{
    // The priority stands above the queue's id, which is a small number.
    private const int PriorityShift = 56;

    private readonly Mark[] _marks;

    private DeliveredMarks(Mark[] marks) => _marks = marks;

    /// <summary>Behind all that has been handed out.</summary>
    public long End => _marks.Max(static mark => mark.Value);

    /// <summary>Gives the marks of a queue, with the values they had.</summary>
    /// <param name="file">Where they lie.</param>
    /// <param name="queueId">The queue.</param>
    /// <param name="maxPriority">Its highest priority.</param>
    public static DeliveredMarks Allot(MarkFile file, long queueId, int maxPriority)
    {
        ArgumentNullException.ThrowIfNull(file);
        var marks = new Mark[maxPriority + 1];
        for (var priority = 0; priority < marks.Length; priority++)
        {
            marks[priority] = file.Allot(IdOf(queueId, priority));
        }

        return new DeliveredMarks(marks);
    }

    /// <summary>Gives the marks of a queue back.</summary>
    public static void Release(MarkFile file, long queueId, int maxPriority)
    {
        ArgumentNullException.ThrowIfNull(file);
        for (var priority = 0; priority <= maxPriority; priority++)
        {
            file.Release(IdOf(queueId, priority));
        }
    }

    /// <summary>Whether a message may have been handed out.</summary>
    public bool Covers(byte priority, long position) => position < MarkOf(priority).Value;

    /// <summary>Notes that a message is about to be handed out.</summary>
    public void Note(byte priority, long position)
    {
        var mark = MarkOf(priority);
        if (mark.Value <= position)
        {
            mark.Value = position + 1;
        }
    }

    private static long IdOf(long queueId, int priority) => queueId | ((long)priority << PriorityShift);

    private Mark MarkOf(byte priority) => _marks[Math.Min(priority, _marks.Length - 1)];
}
