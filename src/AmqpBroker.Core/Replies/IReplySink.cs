using AmqpBroker.Core.Messages;

namespace AmqpBroker.Core.Replies;

/// <summary>Where the replies to one address go: the channel that consumes them. Called by whoever publishes, outside every lock.</summary>
public interface IReplySink
{
    /// <summary>Sends replies on, in order, or drops them when the channel is gone.</summary>
    void Deliver(in MessageRun run);
}
