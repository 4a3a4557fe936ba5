namespace AmqpBroker.Server.Channels;

/// <summary>Counts the deliveries of one chain, and tells each channel of its own at once: they come in rows.</summary>
internal ref struct DeliveryTally
{
    private ChannelDeliveries? _channel;
    private int _count;
    private int _noAck;
    private int _redelivered;

    public void Add(ChannelDeliveries channel, bool isNoAck, bool isRedelivered)
    {
        if (!ReferenceEquals(channel, _channel))
        {
            Complete();
            _channel = channel;
        }

        _count++;
        _noAck += isNoAck ? 1 : 0;
        _redelivered += isRedelivered ? 1 : 0;
    }

    /// <summary>Tells the last channel.</summary>
    public void Complete()
    {
        _channel?.CountDelivered(_count, _noAck, _redelivered);
        (_count, _noAck, _redelivered) = (0, 0, 0);
    }
}
