using AmqpBroker.Core.Replies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Channels;

/// <summary>Methods on amq.rabbitmq.reply-to and the addresses made from it, which name no queue (RabbitMQ's direct reply-to).</summary>
internal static class ReplyMethods
{
    /// <summary>Tells whether an address is alive; a declaration never makes one.</summary>
    /// <exception cref="Protocol.ChannelException">404: it is not alive.</exception>
    public static void Declare(AmqpChannel channel, string name, bool isAnswerWanted)
    {
        if (name != DirectReplies.Name && channel.VirtualHost.Replies.Find(name) is null)
        {
            throw QueueErrors.NotFound(name, channel.VirtualHost.Name);
        }

        channel.LastQueue = name;
        if (isAnswerWanted)
        {
            channel.Output.Write(channel.Number, new QueueDeclareOk(name, MessageCount: 0, ConsumerCount: 1));
        }
    }

    /// <summary>Has the channel consume replies.</summary>
    /// <exception cref="Protocol.ChannelException">406: it does already, or wants to acknowledge them.</exception>
    /// <exception cref="Protocol.ConnectionException">530: an ordinary consumer has that tag.</exception>
    public static void Consume(AmqpChannel channel, in BasicConsume method)
    {
        if (IsTaken(channel, method.ConsumerTag))
        {
            throw BasicErrors.ConsumerTagInUse(method.ConsumerTag);
        }

        if (!method.NoAck)
        {
            throw BasicErrors.ReplyConsumerCannotAcknowledge();
        }

        if (channel.Replies is not null)
        {
            throw BasicErrors.ReplyConsumerAlreadySet();
        }

        var tag = method.ConsumerTag.Length > 0 ? method.ConsumerTag : ServerNames.NewConsumerTag();
        channel.Replies = new ReplyConsumer(channel, tag);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new BasicConsumeOk(tag));
        }
    }

    /// <summary>Ends the consumer of replies if it has that tag.</summary>
    public static bool TryCancel(AmqpChannel channel, in BasicCancel method)
    {
        if (channel.Replies is not { } replies || replies.Tag != method.ConsumerTag)
        {
            return false;
        }

        replies.Close();
        channel.Replies = null;
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new BasicCancelOk(method.ConsumerTag));
        }

        return true;
    }

    private static bool IsTaken(AmqpChannel channel, string tag)
    {
        lock (channel.Output.Gate)
        {
            return channel.Deliveries.HasConsumer(tag);
        }
    }
}
