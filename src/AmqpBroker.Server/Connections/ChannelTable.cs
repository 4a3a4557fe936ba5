using AmqpBroker.Protocol.Errors;
using AmqpBroker.Server.Channels;

namespace AmqpBroker.Server.Connections;

/// <summary>The channels of one connection by number. Confined to the input loop, but for <see cref="Snapshot"/>: what changes them holds the output's lock, too.</summary>
internal sealed class ChannelTable(AmqpConnection connection)
{
    private readonly Dictionary<ushort, AmqpChannel> _channels = [];
    private AmqpChannel? _last;

    /// <summary>Most channels that may be open at once: a count, not the highest number, as in RabbitMQ.</summary>
    public int Limit { get; set; }

    /// <summary>Finds a channel; the same one as before, mostly.</summary>
    public AmqpChannel? Find(ushort number)
    {
        if (_last is { } last && last.Number == number)
        {
            return last;
        }

        return _channels.TryGetValue(number, out var channel) ? _last = channel : null;
    }

    /// <summary>Opens a channel.</summary>
    /// <exception cref="Protocol.ConnectionException">530: as many are open as may be, here or of the user.</exception>
    public void Open(ushort number)
    {
        if (Limit > 0 && _channels.Count >= Limit)
        {
            throw ChannelErrors.TooMany(_channels.Count, Limit);
        }

        connection.Admission?.OpenChannel();
        connection.Broker.Statistics.Churn.ChannelOpened();
        var channel = new AmqpChannel(number, connection);
        lock (connection.Output.Gate)
        {
            _channels.Add(number, channel);
        }
    }

    /// <summary>The channels that are open at this moment.</summary>
    public IReadOnlyList<AmqpChannel> ListOpen() => [.. _channels.Values.Where(static channel => !channel.IsClosing)];

    /// <summary>How many there are. Any thread.</summary>
    public int Count => _channels.Count;

    /// <summary>The channels there are, those being closed included. Any thread.</summary>
    public IReadOnlyList<AmqpChannel> Snapshot()
    {
        lock (connection.Output.Gate)
        {
            return [.. _channels.Values];
        }
    }

    public void Remove(AmqpChannel channel)
    {
        lock (connection.Output.Gate)
        {
            _channels.Remove(channel.Number);
        }

        _last = null;
    }

    public IReadOnlyList<AmqpChannel> RemoveAll()
    {
        AmqpChannel[] all = [.. _channels.Values];
        lock (connection.Output.Gate)
        {
            _channels.Clear();
        }

        _last = null;
        return all;
    }
}
