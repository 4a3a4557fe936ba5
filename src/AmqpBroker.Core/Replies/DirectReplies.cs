using System.Collections.Concurrent;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Replies;

/// <summary>The addresses for replies without a queue (RabbitMQ's direct reply-to), each of one channel. Any thread, without a lock.</summary>
/// <remarks>
/// Whoever knows an address may write to it, from any virtual host as on RabbitMQ, so it is made of 128 random bits. It is looked up, never taken apart:
/// one that was made up is simply not there.
/// </remarks>
public sealed class DirectReplies
{
    /// <summary>What clients consume from and put into reply-to; addresses begin with it.</summary>
    public const string Name = "amq.rabbitmq.reply-to";

    /// <summary><see cref="Name"/> as on the wire.</summary>
    public static ReadOnlySpan<byte> WireName => "amq.rabbitmq.reply-to"u8;

    private const string Prefix = Name + ".";

    private readonly ConcurrentDictionary<string, ReplyQueue> _queues = new(StringComparer.Ordinal);

    /// <summary>Whether a name is the broker's own for replies, alive or not.</summary>
    public static bool IsReserved(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(Name, StringComparison.Ordinal);
    }

    /// <summary>Makes an address.</summary>
    public ReplyQueue Open(IReplySink sink)
    {
        var queue = new ReplyQueue(Prefix + ServerNames.NewSecret(), sink);
        _queues[queue.Name] = queue;
        return queue;
    }

    /// <summary>Ends an address: what is published to it from now on is unroutable.</summary>
    public void Close(ReplyQueue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        _queues.TryRemove(queue.Name, out _);
        queue.Close();
    }

    /// <summary>Finds what is behind an address; null when it was never made, or has ended.</summary>
    public ReplyQueue? Find(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.StartsWith(Prefix, StringComparison.Ordinal) ? _queues.GetValueOrDefault(address) : null;
    }
}
