namespace AmqpBroker.Core.Statistics;

/// <summary>How many connections, channels and queues came and went. Any thread.</summary>
public sealed class Churn
{
    private long _connectionsOpened;
    private long _connectionsClosed;
    private long _channelsOpened;
    private long _channelsClosed;
    private long _queuesDeclared;
    private long _queuesCreated;
    private long _queuesDeleted;

    /// <summary>Connections opened.</summary>
    public long ConnectionsOpened => Volatile.Read(ref _connectionsOpened);

    /// <summary>Open connections that ended.</summary>
    public long ConnectionsClosed => Volatile.Read(ref _connectionsClosed);

    /// <summary>Channels opened.</summary>
    public long ChannelsOpened => Volatile.Read(ref _channelsOpened);

    /// <summary>Channels that ended.</summary>
    public long ChannelsClosed => Volatile.Read(ref _channelsClosed);

    /// <summary>Declarations of queues, of those that were there included.</summary>
    public long QueuesDeclared => Volatile.Read(ref _queuesDeclared);

    /// <summary>Queues made.</summary>
    public long QueuesCreated => Volatile.Read(ref _queuesCreated);

    /// <summary>Queues deleted.</summary>
    public long QueuesDeleted => Volatile.Read(ref _queuesDeleted);

    /// <summary>Counts a connection that was opened.</summary>
    public void ConnectionOpened() => Interlocked.Increment(ref _connectionsOpened);

    /// <summary>Counts a connection that ended.</summary>
    public void ConnectionClosed() => Interlocked.Increment(ref _connectionsClosed);

    /// <summary>Counts a channel that was opened.</summary>
    public void ChannelOpened() => Interlocked.Increment(ref _channelsOpened);

    /// <summary>Counts a channel that ended.</summary>
    public void ChannelClosed() => Interlocked.Increment(ref _channelsClosed);

    /// <summary>Counts a declaration.</summary>
    public void QueueDeclared() => Interlocked.Increment(ref _queuesDeclared);

    /// <summary>Counts a queue that was made.</summary>
    public void QueueCreated() => Interlocked.Increment(ref _queuesCreated);

    /// <summary>Counts a queue that was deleted.</summary>
    public void QueueDeleted() => Interlocked.Increment(ref _queuesDeleted);
}
