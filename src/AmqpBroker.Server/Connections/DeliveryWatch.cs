using AmqpBroker.Protocol.Errors;
using AmqpBroker.Server.Channels;

namespace AmqpBroker.Server.Connections;

/// <summary>Closes the channels of a connection on which a delivery has been unsettled for too long (RabbitMQ's consumer timeout).</summary>
/// <remarks>Confined to the input loop, but for <see cref="Tick"/>, by which the ticker has the loop look.</remarks>
internal sealed class DeliveryWatch(AmqpConnection connection)
{
    /// <summary>Longest time from one look to the next, as RabbitMQ's.</summary>
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(60);

    /// <summary>Looks in the time a delivery has, when that is short.</summary>
    private const int LooksPerTimeout = 4;

    private readonly int _interval = IntervalFor(connection.Settings.ConsumerTimeout);
    private volatile bool _isNeeded;
    private volatile bool _isDue;
    private int _ticks;

    /// <summary>There may be deliveries from now on.</summary>
    public void Begin() => _isNeeded = true;

    /// <summary>Passes one tick. Any one thread.</summary>
    public void Tick()
    {
        if (_isNeeded && ++_ticks >= _interval)
        {
            _ticks = 0;
            _isDue = true;
            connection.Lifetime.WakeReader();
        }
    }

    /// <summary>Looks, if it is time. To be called while no method waits, when all that was received has been handled.</summary>
    public void LookIfDue()
    {
        if (!_isDue)
        {
            return;
        }

        _isDue = false;
        foreach (var channel in connection.Channels.ListOpen())
        {
            if (FindOverdue(channel) is { } timeout)
            {
                channel.Fail(BasicErrors.AcknowledgementTimeout(channel.Number, (long)timeout.TotalMilliseconds));
                connection.Output.Flush();
            }
        }
    }

    private static int IntervalFor(TimeSpan timeout)
    {
        var wanted = timeout > TimeSpan.Zero && timeout < LooksPerTimeout * LongestInterval ? timeout / LooksPerTimeout : LongestInterval;
        return Math.Max(1, (int)(wanted / ConnectionTicker.Interval));
    }

    private TimeSpan? FindOverdue(AmqpChannel channel)
    {
        lock (channel.Output.Gate)
        {
            return channel.Deliveries.FindOverdue(connection.Settings.ConsumerTimeout);
        }
    }
}
