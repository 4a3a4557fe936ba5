namespace AmqpBroker.Protocol.Errors;

/// <summary>406: a channel's mode, transactional or confirming, does not allow the method.</summary>
public static class TransactionErrors
{
    /// <summary>confirm.select on a transactional channel.</summary>
    public static ChannelException ConfirmAfterTransaction() => Failed("cannot switch from tx to confirm mode");

    /// <summary>tx.select on a confirming channel.</summary>
    public static ChannelException TransactionAfterConfirm() => Failed("cannot switch from confirm to tx mode");

    /// <summary>tx.commit or tx.rollback without tx.select.</summary>
    public static ChannelException NotTransactional() => Failed("channel is not transactional");

    /// <summary>A queue refused a part of what tx.commit published.</summary>
    public static ChannelException PartialCompletion() => Failed("partial tx completion");

    /// <summary>What is held until tx.commit would take more bytes than may be held.</summary>
    public static ChannelException TooLarge(long maximum) => Failed($"transaction is larger than the maximum of {maximum} bytes");

    private static ChannelException Failed(string text) => new(ReplyCode.PreconditionFailed, text);
}
