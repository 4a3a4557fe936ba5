using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Replies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Channels;

/// <summary>The queue class (AMQP 0-9-1 §1.7).</summary>
internal static class QueueMethods
{
    public static async ValueTask DeclareAsync(AmqpChannel channel, QueueDeclare method)
    {
        var name = ServerNames.Clean(method.Queue);
        if (DirectReplies.IsReserved(name))
        {
            ReplyMethods.Declare(channel, name, isAnswerWanted: !method.NoWait);
            return;
        }

        var queue = method.Passive
            ? channel.VirtualHost.GetQueue(name, channel.Connection)
            : await DeclareAsync(channel, method, name);
        queue.NoteUse();
        channel.LastQueue = queue.Name;
        if (!method.NoWait)
        {
            await queue.Restored;
            var counts = queue.Count();
            var ready = (uint)Math.Min(counts.Ready, uint.MaxValue);
            channel.Output.Write(channel.Number, new QueueDeclareOk(queue.Name, ready, (uint)counts.Consumers));
        }
    }

    public static async ValueTask BindAsync(AmqpChannel channel, QueueBind method)
    {
        var queue = NameOf(channel, method.Queue);

        // Both names left out: the key is the queue's name (AMQP 0-9-1 queue.bind, routing-key).
        var key = method.Queue.Length == 0 && method.RoutingKey.Length == 0 ? queue : method.RoutingKey;
        var exchange = ServerNames.Clean(method.Exchange);
        channel.Rights.RequireQueue(Right.Write, queue);
        BindingRights.RequireSource(channel, exchange, key);
        var isDurable = await channel.VirtualHost.BindQueueAsync(queue, exchange, key, method.Arguments, channel.Connection);
        ChannelAudit.Note(channel, isDurable, "bind", $"queue '{queue}' to {ResourceName.Exchange(exchange, channel.VirtualHost.Name)} by '{key}'", "binding", $"{exchange} -> {queue}");
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new QueueBindOk());
        }
    }

    public static async ValueTask UnbindAsync(AmqpChannel channel, QueueUnbind method)
    {
        var queue = NameOf(channel, method.Queue);
        var key = method.Queue.Length == 0 && method.RoutingKey.Length == 0 ? queue : method.RoutingKey;
        var exchange = ServerNames.Clean(method.Exchange);
        channel.Rights.RequireQueue(Right.Write, queue);
        BindingRights.RequireSource(channel, exchange, key);
        var isDurable = await channel.VirtualHost.UnbindQueueAsync(queue, exchange, key, method.Arguments, channel.Connection);
        ChannelAudit.Note(channel, isDurable, "unbind", $"queue '{queue}' from {ResourceName.Exchange(exchange, channel.VirtualHost.Name)} by '{key}'", "binding", $"{exchange} -> {queue}");
        channel.Output.Write(channel.Number, new QueueUnbindOk());
    }

    public static async ValueTask PurgeAsync(AmqpChannel channel, QueuePurge method)
    {
        var name = NameOf(channel, method.Queue);
        channel.Rights.RequireQueue(Right.Read, name);
        var queue = channel.VirtualHost.GetQueue(name, channel.Connection);
        await queue.Restored;
        var purged = queue.Purge();
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new QueuePurgeOk((uint)Math.Min(purged, uint.MaxValue)));
        }
    }

    public static async ValueTask DeleteAsync(AmqpChannel channel, QueueDelete method)
    {
        var name = NameOf(channel, method.Queue);
        channel.Rights.RequireQueue(Right.Configure, name);
        var queue = channel.VirtualHost.FindQueue(name, channel.Connection);
        var conditions = (method.IfEmpty ? QueueDeleteConditions.IfEmpty : QueueDeleteConditions.None)
            | (method.IfUnused ? QueueDeleteConditions.IfUnused : QueueDeleteConditions.None);
        if (queue is { Settings.Quorum: not null } && conditions != QueueDeleteConditions.None)
        {
            throw QueueErrors.ConditionalDeleteNotSupported(queue.Name, queue.VirtualHost, method.IfUnused ? "if-unused" : "if-empty");
        }

        if (queue is not null)
        {
            await queue.Restored;
        }

        var deletion = queue is null
            ? new QueueDeletion(QueueDeleteOutcome.AlreadyGone, 0, [])
            : await channel.VirtualHost.DeleteQueueAsync(queue, conditions);
        if (queue is not null)
        {
            channel.Connection.Queues.Forget(queue);
            ChannelAudit.Note(channel, queue.Id != 0 && deletion.Outcome == QueueDeleteOutcome.Deleted, "delete", ResourceName.Queue(queue.Name, queue.VirtualHost), "queue", queue.Name);
        }

        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new QueueDeleteOk((uint)Math.Min(deletion.Ready, uint.MaxValue)));
        }

        // After the answer: the deleting channel hears of its own consumers last.
        deletion.NotifyConsumers();
    }

    /// <summary>The name a method means: an empty one stands for the queue declared last on the channel.</summary>
    /// <exception cref="Protocol.ChannelException">404: nothing was declared.</exception>
    public static string NameOf(AmqpChannel channel, string name) =>
        name.Length > 0 ? ServerNames.Clean(name) : channel.LastQueue ?? throw QueueErrors.NoPreviouslyDeclared();

    private static async ValueTask<Queue> DeclareAsync(AmqpChannel channel, QueueDeclare method, string name)
    {
        if (ServerNames.IsReserved(name))
        {
            throw QueueErrors.ReservedName(name);
        }

        var declaration = channel.VirtualHost.WithType(
            new QueueDeclaration
            {
                Name = name.Length > 0 ? name : ServerNames.NewQueueName(),

                // As in RabbitMQ, an exclusive queue is never durable, whatever is asked for.
                IsDurable = method.Durable && !method.Exclusive,
                IsAutoDelete = method.AutoDelete,
                ExclusiveOwner = method.Exclusive ? channel.Connection : null,
                Arguments = method.Arguments,
            });
        var type = QueueTypes.Of(declaration.Arguments);
        if (name.Length == 0 && !QueueTypes.MayBeNamedByServer(type))
        {
            throw QueueErrors.ServerNamedNotAllowed(QueueTypes.NameOf(type));
        }

        RequireRights(channel, declaration);
        var isNew = declaration.IsDurable && channel.VirtualHost.Listing.FindQueue(declaration.Name) is null;
        var queue = await channel.VirtualHost.DeclareQueueAsync(declaration, channel.Connection);
        ChannelAudit.Note(channel, isNew, "declare", ResourceName.Queue(queue.Name, queue.VirtualHost), "queue", queue.Name);
        if (method.Exclusive)
        {
            channel.Connection.Queues.Add(queue);
        }

        return queue;
    }

    private static void RequireRights(AmqpChannel channel, QueueDeclaration declaration)
    {
        channel.Rights.RequireQueue(Right.Configure, declaration.Name);
        if (declaration.Arguments.TryGet(QueueArguments.DeadLetterExchange, out var value)
            && value.TryGetString(out var deadLetters)
            && channel.VirtualHost.FindQueue(declaration.Name, channel.Connection) is null)
        {
            channel.Rights.RequireQueue(Right.Read, declaration.Name);
            channel.Rights.RequireExchange(Right.Write, deadLetters);
        }
    }
}
