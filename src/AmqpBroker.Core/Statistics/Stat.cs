namespace AmqpBroker.Core.Statistics;

/// <summary>What is counted and sampled: first of messages and octets, then of the node.</summary>
public enum Stat
{
    /// <summary>Messages published: to an exchange, by a channel, or those that a queue took.</summary>
    Publish,

    /// <summary>Messages an exchange has routed to queues, once for each.</summary>
    PublishOut,

    /// <summary>Publishes confirmed.</summary>
    Confirm,

    /// <summary>Messages published that are to be confirmed.</summary>
    PublishConfirmable,

    /// <summary>Mandatory messages returned, since no queue would get them.</summary>
    ReturnUnroutable,

    /// <summary>Other messages that no queue got.</summary>
    DropUnroutable,

    /// <summary>Deliveries that are to be acknowledged.</summary>
    Deliver,

    /// <summary>Deliveries that are not.</summary>
    DeliverNoAck,

    /// <summary>Messages got by basic.get that are to be acknowledged.</summary>
    Get,

    /// <summary>Messages got that are not.</summary>
    GetNoAck,

    /// <summary>basic.get that found nothing.</summary>
    GetEmpty,

    /// <summary>Messages delivered or got that had been before.</summary>
    Redeliver,

    /// <summary>Messages acknowledged.</summary>
    Ack,

    /// <summary>Messages that expired.</summary>
    Expired,

    /// <summary>Messages dropped or refused since there were too many.</summary>
    MaxLength,

    /// <summary>Messages refused for good by a consumer.</summary>
    Rejected,

    /// <summary>Messages delivered in vain too often.</summary>
    DeliveryLimit,

    /// <summary>Messages ready now.</summary>
    Ready,

    /// <summary>Messages delivered or got, and not settled.</summary>
    Unacked,

    /// <summary>Octets received.</summary>
    OctetsReceived,

    /// <summary>Octets sent.</summary>
    OctetsSent,

    /// <summary>Resident memory of the process, in bytes.</summary>
    Memory,

    /// <summary>Open file descriptors.</summary>
    FileDescriptors,

    /// <summary>Connections of clients.</summary>
    Sockets,

    /// <summary>Threads of the process.</summary>
    Threads,

    /// <summary>Free space for data, in bytes.</summary>
    DiskFree,

    /// <summary>Garbage collections.</summary>
    Collections,

    /// <summary>Bytes they have given back.</summary>
    BytesReclaimed,

    /// <summary>Context switches of all threads.</summary>
    ContextSwitches,

    /// <summary>Reads of files.</summary>
    IoReads,

    /// <summary>Bytes read.</summary>
    IoReadBytes,

    /// <summary>Time of reading, in microseconds.</summary>
    IoReadTime,

    /// <summary>Writes to files.</summary>
    IoWrites,

    /// <summary>Bytes written.</summary>
    IoWriteBytes,

    /// <summary>Time of writing, in microseconds.</summary>
    IoWriteTime,

    /// <summary>Syncs of files.</summary>
    IoSyncs,

    /// <summary>Time of syncing, in microseconds.</summary>
    IoSyncTime,

    /// <summary>Connections opened.</summary>
    ConnectionsOpened,

    /// <summary>Connections closed.</summary>
    ConnectionsClosed,

    /// <summary>Channels opened.</summary>
    ChannelsOpened,

    /// <summary>Channels closed.</summary>
    ChannelsClosed,

    /// <summary>Declarations of queues.</summary>
    QueuesDeclared,

    /// <summary>Queues made.</summary>
    QueuesCreated,

    /// <summary>Queues deleted.</summary>
    QueuesDeleted,
}
