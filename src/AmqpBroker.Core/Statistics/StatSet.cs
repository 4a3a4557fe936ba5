namespace AmqpBroker.Core.Statistics;

/// <summary>What is sampled of one kind of thing, and in which order its values stand. Published.</summary>
public sealed class StatSet
{
    private readonly int[] _indexes;

    private StatSet(params Stat[] stats)
    {
        Stats = stats;
        _indexes = new int[Enum.GetValues<Stat>().Length];
        Array.Fill(_indexes, -1);
        for (var i = 0; i < stats.Length; i++)
        {
            _indexes[(int)stats[i]] = i;
        }
    }

    /// <summary>Of everything together, and of a virtual host.</summary>
    public static StatSet All { get; } = new([.. Enum.GetValues<Stat>().Where(static stat => stat <= Stat.OctetsSent)]);

    /// <summary>Of the process and what it runs on.</summary>
    public static StatSet Node { get; } = new([.. Enum.GetValues<Stat>().Where(static stat => stat > Stat.OctetsSent)]);

    /// <summary>Of a queue.</summary>
    public static StatSet Queue { get; } = new(
        Stat.Publish, Stat.Deliver, Stat.DeliverNoAck, Stat.Get, Stat.GetNoAck, Stat.GetEmpty, Stat.Redeliver, Stat.Ack,
        Stat.Expired, Stat.MaxLength, Stat.Rejected, Stat.DeliveryLimit, Stat.Ready, Stat.Unacked);

    /// <summary>Of an exchange.</summary>
    public static StatSet Exchange { get; } = new(Stat.Publish, Stat.PublishOut);

    /// <summary>Of a channel.</summary>
    public static StatSet Channel { get; } = new(
        Stat.Publish, Stat.PublishConfirmable, Stat.Confirm, Stat.ReturnUnroutable, Stat.DropUnroutable,
        Stat.Deliver, Stat.DeliverNoAck, Stat.Get, Stat.GetNoAck, Stat.GetEmpty, Stat.Redeliver, Stat.Ack);

    /// <summary>Of a connection.</summary>
    public static StatSet Connection { get; } = new(Stat.OctetsReceived, Stat.OctetsSent);

    /// <summary>The values' order.</summary>
    public IReadOnlyList<Stat> Stats { get; }

    /// <summary>How many values there are.</summary>
    public int Count => Stats.Count;

    /// <summary>Where a value stands; negative when it is none of these.</summary>
    public int IndexOf(Stat stat) => _indexes[(int)stat];
}
