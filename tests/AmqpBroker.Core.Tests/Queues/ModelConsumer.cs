namespace AmqpBroker.Core.Tests.Queues;

internal sealed class ModelConsumer(int id, ModelChannel channel, int prefetch, bool isNoAck, bool isExclusive)
{
    public ModelChannel Channel { get; } = channel;

    public bool IsNoAck { get; } = isNoAck;

    public bool IsExclusive { get; } = isExclusive;

    /// <summary>Its channel does not know it any more.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>The queue has noticed.</summary>
    public bool IsGone { get; set; }

    public int Unacked { get; set; }

    public bool HasRoom =>
        !IsGone && !Channel.IsBlocked && (IsNoAck || ((prefetch == 0 || Unacked < prefetch) && Channel.HasRoom));

    public override string ToString() => $"consumer {id}";
}
