using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Server.Channels;

namespace AmqpBroker.Server.Connections;

/// <summary>Takes the frames of one read to their channels, or to the connection's own methods, and closes what one of them fails.</summary>
/// <remarks>Confined to the input loop.</remarks>
internal sealed class FrameHandler(AmqpConnection connection, ConnectionMethods methods)
{
    private const int ContentHeaderMinimum = 12;

    /// <summary>Handles the frames that are whole.</summary>
    /// <returns>False when it stopped early, since the output is congested or a method must wait.</returns>
    public bool Handle(ref FrameCursor cursor, InputBatch batch)
    {
        while (true)
        {
            try
            {
                while (true)
                {
                    if (TryHandlePublish(ref cursor, batch))
                    {
                        if (connection.Hold.IsDueAfter(FrameType.Body))
                        {
                            return false;
                        }

                        continue;
                    }

                    if (!cursor.TryRead(out var frame))
                    {
                        return true;
                    }

                    Handle(in frame, batch);
                    if (frame.Channel == 0)
                    {
                        // A client that knows what it wants sends what follows tune-ok along with it.
                        cursor.FrameMax = methods.FrameLimit;
                    }

                    // While a method waits the loop only ends its batch, which shares nothing with what the method still does.
                    if (connection.Hold.IsDueAfter(frame.Type))
                    {
                        return false;
                    }
                }
            }
            catch (ConnectionException exception)
            {
                // What came before the error counts, and is confirmed before the close.
                batch.Flush();
                methods.Fail(exception);
                if (cursor.IsBroken)
                {
                    methods.StopReading();
                    return true;
                }
            }
        }
    }

    /// <summary>Handles the next three frames if they are a whole message for an open channel.</summary>
    private bool TryHandlePublish(ref FrameCursor cursor, InputBatch batch)
    {
        if (connection.Hold.IsAlarmed || !cursor.TryPeekPublish(out var publish) || connection.State != ConnectionState.Running
            || connection.Channels.Find(publish.Channel) is not { IsReadyToPublish: true } channel)
        {
            return false;
        }

        cursor.Pass(in publish);
        try
        {
            channel.Publishing.HandlePublish(in publish, batch);
        }
        catch (ChannelException exception)
        {
            batch.Flush();
            channel.Fail(exception);
        }

        return true;
    }

    private void Handle(in FrameView frame, InputBatch batch)
    {
        if (frame.Channel != 0 && connection.State == ConnectionState.Running && connection.Channels.Find(frame.Channel) is { IsClosing: false } channel)
        {
            try
            {
                switch (frame.Type)
                {
                    case FrameType.Method when frame.Payload.Length >= sizeof(uint):
                        channel.HandleMethod(frame.Payload, batch);
                        return;
                    case FrameType.Header when frame.Payload.Length >= ContentHeaderMinimum:
                        channel.Publishing.HandleHeader(frame.Memory, batch);
                        return;
                    case FrameType.Body:
                        channel.Publishing.HandleBody(frame.Memory, batch);
                        return;
                }
            }
            catch (ChannelException exception)
            {
                batch.Flush();
                channel.Fail(exception);
                return;
            }
        }

        batch.Flush();
        methods.Handle(in frame);
    }
}
