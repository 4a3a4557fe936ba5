using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Channels;

/// <summary>The two modes a channel can be put into, confirms and transactions; they exclude each other.</summary>
internal static class ModeMethods
{
    public static void SelectConfirms(AmqpChannel channel, in ConfirmSelect method)
    {
        if (channel.Transaction is not null)
        {
            throw TransactionErrors.ConfirmAfterTransaction();
        }

        channel.Confirms.Select();
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ConfirmSelectOk());
        }
    }

    public static void SelectTransaction(AmqpChannel channel)
    {
        if (channel.Confirms.IsOn)
        {
            throw TransactionErrors.TransactionAfterConfirm();
        }

        channel.Transaction ??= new ChannelTransaction();
        channel.Output.Write(channel.Number, new TxSelectOk());
    }

    /// <summary>Commits, and answers when the disk has it.</summary>
    public static async ValueTask CommitAsync(AmqpChannel channel, InputBatch batch)
    {
        var (lsn, isWhole) = Require(channel).Commit(channel, batch);
        if (lsn > 0 && channel.Connection.Broker.Journal is { } journal)
        {
            try
            {
                await journal.WaitUntilDurableAsync(lsn, CancellationToken.None);
            }
            catch (ObjectDisposedException)
            {
                // The broker has stopped without waiting for a disk that hung: nobody can say what became of it.
                return;
            }
        }

        if (!isWhole)
        {
            throw TransactionErrors.PartialCompletion();
        }

        channel.Output.Write(channel.Number, new TxCommitOk());
    }

    public static void Rollback(AmqpChannel channel)
    {
        Require(channel).Rollback(channel);
        channel.Output.Write(channel.Number, new TxRollbackOk());
    }

    private static ChannelTransaction Require(AmqpChannel channel) =>
        channel.Transaction ?? throw TransactionErrors.NotTransactional();
}
