using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Channels;

/// <summary>Publisher confirms of one channel: numbers publishes from 1 on and acknowledges what is safe. Confined to the input loop.</summary>
internal sealed class PublisherConfirms
{
    private ulong _published;
    private ulong _confirmed;

    /// <summary>Whether confirm.select has been called; it cannot be undone.</summary>
    public bool IsOn { get; private set; }

    public void Select() => IsOn = true;

    /// <summary>Counts a publish.</summary>
    public void Count()
    {
        if (IsOn)
        {
            _published++;
        }
    }

    /// <summary>Acknowledges, in one frame, all that was published.</summary>
    public void Send(AmqpChannel channel)
    {
        if (_published > _confirmed)
        {
            channel.Output.Write(channel.Number, new BasicAck(_published, Multiple: _published - _confirmed > 1));
            _confirmed = _published;
        }
    }
}
