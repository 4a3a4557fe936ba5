namespace AmqpBroker.Protocol;

/// <summary>
/// Every method of the protocol: class id in the upper 16 bits, method id in the lower, as they stand on the wire.
/// A method the peer made up is a value outside this list.
/// </summary>
public enum MethodId : uint
{
    /// <summary>connection.start, 10.10.</summary>
    ConnectionStart = (10 << 16) | 10,

    /// <summary>connection.start-ok, 10.11.</summary>
    ConnectionStartOk = (10 << 16) | 11,

    /// <summary>connection.secure, 10.20.</summary>
    ConnectionSecure = (10 << 16) | 20,

    /// <summary>connection.secure-ok, 10.21.</summary>
    ConnectionSecureOk = (10 << 16) | 21,

    /// <summary>connection.tune, 10.30.</summary>
    ConnectionTune = (10 << 16) | 30,

    /// <summary>connection.tune-ok, 10.31.</summary>
    ConnectionTuneOk = (10 << 16) | 31,

    /// <summary>connection.open, 10.40.</summary>
    ConnectionOpen = (10 << 16) | 40,

    /// <summary>connection.open-ok, 10.41.</summary>
    ConnectionOpenOk = (10 << 16) | 41,

    /// <summary>connection.close, 10.50.</summary>
    ConnectionClose = (10 << 16) | 50,

    /// <summary>connection.close-ok, 10.51.</summary>
    ConnectionCloseOk = (10 << 16) | 51,

    /// <summary>connection.blocked, 10.60.</summary>
    ConnectionBlocked = (10 << 16) | 60,

    /// <summary>connection.unblocked, 10.61.</summary>
    ConnectionUnblocked = (10 << 16) | 61,

    /// <summary>connection.update-secret, 10.70.</summary>
    ConnectionUpdateSecret = (10 << 16) | 70,

    /// <summary>connection.update-secret-ok, 10.71.</summary>
    ConnectionUpdateSecretOk = (10 << 16) | 71,

    /// <summary>channel.open, 20.10.</summary>
    ChannelOpen = (20 << 16) | 10,

    /// <summary>channel.open-ok, 20.11.</summary>
    ChannelOpenOk = (20 << 16) | 11,

    /// <summary>channel.flow, 20.20.</summary>
    ChannelFlow = (20 << 16) | 20,

    /// <summary>channel.flow-ok, 20.21.</summary>
    ChannelFlowOk = (20 << 16) | 21,

    /// <summary>channel.close, 20.40.</summary>
    ChannelClose = (20 << 16) | 40,

    /// <summary>channel.close-ok, 20.41.</summary>
    ChannelCloseOk = (20 << 16) | 41,

    /// <summary>access.request, 30.10.</summary>
    AccessRequest = (30 << 16) | 10,

    /// <summary>access.request-ok, 30.11.</summary>
    AccessRequestOk = (30 << 16) | 11,

    /// <summary>exchange.declare, 40.10.</summary>
    ExchangeDeclare = (40 << 16) | 10,

    /// <summary>exchange.declare-ok, 40.11.</summary>
    ExchangeDeclareOk = (40 << 16) | 11,

    /// <summary>exchange.delete, 40.20.</summary>
    ExchangeDelete = (40 << 16) | 20,

    /// <summary>exchange.delete-ok, 40.21.</summary>
    ExchangeDeleteOk = (40 << 16) | 21,

    /// <summary>exchange.bind, 40.30.</summary>
    ExchangeBind = (40 << 16) | 30,

    /// <summary>exchange.bind-ok, 40.31.</summary>
    ExchangeBindOk = (40 << 16) | 31,

    /// <summary>exchange.unbind, 40.40.</summary>
    ExchangeUnbind = (40 << 16) | 40,

    /// <summary>exchange.unbind-ok, 40.51: not 40.41, which would follow the pattern.</summary>
    ExchangeUnbindOk = (40 << 16) | 51,

    /// <summary>queue.declare, 50.10.</summary>
    QueueDeclare = (50 << 16) | 10,

    /// <summary>queue.declare-ok, 50.11.</summary>
    QueueDeclareOk = (50 << 16) | 11,

    /// <summary>queue.bind, 50.20.</summary>
    QueueBind = (50 << 16) | 20,

    /// <summary>queue.bind-ok, 50.21.</summary>
    QueueBindOk = (50 << 16) | 21,

    /// <summary>queue.purge, 50.30.</summary>
    QueuePurge = (50 << 16) | 30,

    /// <summary>queue.purge-ok, 50.31.</summary>
    QueuePurgeOk = (50 << 16) | 31,

    /// <summary>queue.delete, 50.40.</summary>
    QueueDelete = (50 << 16) | 40,

    /// <summary>queue.delete-ok, 50.41.</summary>
    QueueDeleteOk = (50 << 16) | 41,

    /// <summary>queue.unbind, 50.50.</summary>
    QueueUnbind = (50 << 16) | 50,

    /// <summary>queue.unbind-ok, 50.51.</summary>
    QueueUnbindOk = (50 << 16) | 51,

    /// <summary>basic.qos, 60.10.</summary>
    BasicQos = (60 << 16) | 10,

    /// <summary>basic.qos-ok, 60.11.</summary>
    BasicQosOk = (60 << 16) | 11,

    /// <summary>basic.consume, 60.20.</summary>
    BasicConsume = (60 << 16) | 20,

    /// <summary>basic.consume-ok, 60.21.</summary>
    BasicConsumeOk = (60 << 16) | 21,

    /// <summary>basic.cancel, 60.30.</summary>
    BasicCancel = (60 << 16) | 30,

    /// <summary>basic.cancel-ok, 60.31.</summary>
    BasicCancelOk = (60 << 16) | 31,

    /// <summary>basic.publish, 60.40.</summary>
    BasicPublish = (60 << 16) | 40,

    /// <summary>basic.return, 60.50.</summary>
    BasicReturn = (60 << 16) | 50,

    /// <summary>basic.deliver, 60.60.</summary>
    BasicDeliver = (60 << 16) | 60,

    /// <summary>basic.get, 60.70.</summary>
    BasicGet = (60 << 16) | 70,

    /// <summary>basic.get-ok, 60.71.</summary>
    BasicGetOk = (60 << 16) | 71,

    /// <summary>basic.get-empty, 60.72.</summary>
    BasicGetEmpty = (60 << 16) | 72,

    /// <summary>basic.ack, 60.80.</summary>
    BasicAck = (60 << 16) | 80,

    /// <summary>basic.reject, 60.90.</summary>
    BasicReject = (60 << 16) | 90,

    /// <summary>basic.recover-async, 60.100.</summary>
    BasicRecoverAsync = (60 << 16) | 100,

    /// <summary>basic.recover, 60.110.</summary>
    BasicRecover = (60 << 16) | 110,

    /// <summary>basic.recover-ok, 60.111.</summary>
    BasicRecoverOk = (60 << 16) | 111,

    /// <summary>basic.nack, 60.120.</summary>
    BasicNack = (60 << 16) | 120,

    /// <summary>confirm.select, 85.10.</summary>
    ConfirmSelect = (85 << 16) | 10,

    /// <summary>confirm.select-ok, 85.11.</summary>
    ConfirmSelectOk = (85 << 16) | 11,

    /// <summary>tx.select, 90.10.</summary>
    TxSelect = (90 << 16) | 10,

    /// <summary>tx.select-ok, 90.11.</summary>
    TxSelectOk = (90 << 16) | 11,

    /// <summary>tx.commit, 90.20.</summary>
    TxCommit = (90 << 16) | 20,

    /// <summary>tx.commit-ok, 90.21.</summary>
    TxCommitOk = (90 << 16) | 21,

    /// <summary>tx.rollback, 90.30.</summary>
    TxRollback = (90 << 16) | 30,

    /// <summary>tx.rollback-ok, 90.31.</summary>
    TxRollbackOk = (90 << 16) | 31,
}
