using System.Text;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Replies;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Server.Output;
using AmqpBroker.Server.Tracing;

namespace AmqpBroker.Server.Channels;

/// <summary>A channel's consumer of amq.rabbitmq.reply-to: gives requests their address, and sends the replies to its client.</summary>
/// <remarks>
/// Confined to the input loop, but for <see cref="Deliver"/>, which whoever replies calls and the output's lock guards. It is no consumer of the
/// channel's <see cref="ChannelDeliveries"/>, so that, as on RabbitMQ, an ordinary consumer may have the same tag.
/// </remarks>
internal sealed class ReplyConsumer : IReplySink
{
    private readonly AmqpChannel _channel;
    private readonly ReplyQueue _queue;
    private readonly byte[] _address;
    private readonly byte[] _prefix;
    private bool _isClosed;

    public ReplyConsumer(AmqpChannel channel, string tag)
    {
        _channel = channel;
        Tag = tag;
        _prefix = ContentEncoder.DeliverPrefixOf(tag);
        _queue = channel.VirtualHost.Replies.Open(this);
        _address = Encoding.ASCII.GetBytes(_queue.Name);
    }

    public string Tag { get; }

    /// <summary>Puts the address into the reply-to of a request.</summary>
    /// <param name="header">The content header's payload, whose reply-to is <see cref="DirectReplies.Name"/>.</param>
    public byte[] Address(ReadOnlySpan<byte> header)
    {
        var replyTo = BasicPropertiesView.Parse(ContentHeader.Read(header).Properties).ReplyTo;
        header.Overlaps(replyTo, out var start);
        var addressed = new byte[header.Length - replyTo.Length + _address.Length];

        // The octet before a short string is its length.
        header[..(start - 1)].CopyTo(addressed);
        addressed[start - 1] = (byte)_address.Length;
        _address.CopyTo(addressed, start);
        header[(start + replyTo.Length)..].CopyTo(addressed.AsSpan(start + _address.Length));
        return addressed;
    }

    /// <inheritdoc/>
    public void Deliver(in MessageRun run)
    {
        var output = _channel.Output;
        var trace = DeliverTrace.BeginReplies(_queue, in run, _channel.Connection.Broker.TimeProvider);
        lock (output.Gate)
        {
            if (_isClosed || output.IsFlooded || !output.TryBeginLocked(out var cursor))
            {
                return;
            }

            foreach (ref readonly var message in run.Messages)
            {
                ContentEncoder.WriteDeliver(
                    ref cursor, _channel.Number, output.FrameMax, _prefix, _channel.Deliveries.NumberReply(), isRedelivered: false,
                    run.Route, message.Header.Span, message.Body.Span);
            }

            cursor.Commit();
            _channel.Deliveries.CountDelivered(run.Messages.Length, noAck: run.Messages.Length, redelivered: 0);
            output.FlushLocked();
        }

        trace?.End();
    }

    /// <summary>Ends the address; nothing is delivered after this.</summary>
    public void Close()
    {
        _channel.VirtualHost.Replies.Close(_queue);
        lock (_channel.Output.Gate)
        {
            _isClosed = true;
        }
    }
}
