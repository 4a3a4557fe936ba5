using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Limits;

/// <summary>How many connections and channels a user may have, over all virtual hosts, and how many there are. Any thread.</summary>
public sealed class UserLimits
{
    private volatile LimitSet _limits = LimitSet.None;

    /// <summary>The connections there are.</summary>
    public Tally Connections { get; } = new();

    /// <summary>The channels there are.</summary>
    public Tally Channels { get; } = new();

    /// <summary>The limits that are set; a negative one is none.</summary>
    public FieldTable Values => _limits.Values;

    /// <summary>Most connections; null for no limit.</summary>
    public int? MaxConnections => _limits[LimitNames.MaxConnections];

    /// <summary>Most channels; null for no limit.</summary>
    public int? MaxChannels => _limits[LimitNames.MaxChannels];

    internal LimitSet Limits
    {
        get => _limits;
        set => _limits = value;
    }
}
