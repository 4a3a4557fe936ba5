using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>A channel: what a client does in one conversation, and what it has not settled.</summary>
/// <remarks>Confined to the connection's input loop, but for <see cref="Deliveries"/>, which the output's lock guards.</remarks>
internal sealed class AmqpChannel
{
    private readonly RouteCache _routes;
    private readonly ContentAssembly _content = new();
    private volatile bool _isClosing;
    private bool _isCounted = true;

    public AmqpChannel(ushort number, AmqpConnection connection)
    {
        Number = number;
        Connection = connection;
        Output = connection.Output;
        View = new ChannelView(this);
        Confirms = new PublisherConfirms(this);
        Deliveries = new ChannelDeliveries(connection.Broker.TimeProvider);
        _routes = new RouteCache(connection.VirtualHost, connection.Rights);
    }

    public ushort Number { get; }

    /// <summary>What has been published; read by any thread.</summary>
    public PublishCounters Published => _routes.Published;

    public AmqpConnection Connection { get; }

    /// <summary>What others see of it.</summary>
    public ChannelView View { get; }

    public ConnectionOutput Output { get; }

    public VirtualHost VirtualHost => Connection.VirtualHost;

    public AccessRights Rights => Connection.Rights;

    public ChannelDeliveries Deliveries { get; }

    public PublisherConfirms Confirms { get; }

    public PrefetchWindow Window { get; } = new();

    public ChannelTransaction? Transaction { get; set; }

    /// <summary>The consumer of direct replies, while there is one.</summary>
    public ReplyConsumer? Replies { get; set; }

    /// <summary>Prefetch of consumers to come; 0 for no limit.</summary>
    public ushort Prefetch { get; set; }

    /// <summary>The queue this channel declared last, for methods that name none.</summary>
    public string? LastQueue { get; set; }

    /// <summary>Closed by the broker; until the client's close-ok what it sends is dropped.</summary>
    public bool IsClosing => _isClosing;

    /// <summary>Handles a method frame.</summary>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public void HandleMethod(ReadOnlySpan<byte> payload, InputBatch batch)
    {
        if (_content.IsHeaderDue)
        {
            throw FrameErrors.HeaderExpected();
        }

        if (_content.IsBodyDue)
        {
            throw FrameErrors.BodyExpected();
        }

        var id = MethodDecoder.ReadId(payload);
        try
        {
            switch (id)
            {
                case MethodId.BasicPublish:
                    BeginPublish(BasicPublishView.Read(payload[sizeof(uint)..]));
                    break;
                case MethodId.BasicAck:
                    SettleMethods.Ack(this, MethodDecoder.Decode<BasicAck>(payload), batch);
                    break;
                case MethodId.BasicNack:
                    SettleMethods.Nack(this, MethodDecoder.Decode<BasicNack>(payload), batch);
                    break;
                case MethodId.BasicReject:
                    SettleMethods.Reject(this, MethodDecoder.Decode<BasicReject>(payload), batch);
                    break;
                default:
                    batch.FlushAndDispatch();
                    if (!IsClosing)
                    {
                        Connection.Hold.Await(ChannelMethods.HandleAsync(this, id, payload, batch), id, this);
                    }

                    break;
            }
        }
        catch (AmqpException exception)
        {
            exception.Method ??= id;
            throw;
        }
    }

    /// <summary>Whether a message may begin: the channel is open, and no content is due.</summary>
    public bool IsReadyToPublish => !IsClosing && _content.IsIdle;

    /// <summary>Handles a whole message, as its three frames one by one would be; only while <see cref="IsReadyToPublish"/>.</summary>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public void HandlePublish(in PublishFrames frames, InputBatch batch)
    {
        try
        {
            if (!BasicPublishView.TryReadKnown(frames.Fields, _routes.LastUsed, out var publish))
            {
                publish = BasicPublishView.Read(frames.Fields);
            }

            if (publish.Immediate)
            {
                throw BasicErrors.ImmediateNotSupported();
            }

            Connection.Hold.IsPublisher = true;
            var route = _routes.Find(publish.Route);
            CheckSize(frames.Body.Length);
            Publish(route, publish.Mandatory, frames.Header, frames.Properties, frames.Body, batch);
        }
        catch (AmqpException exception)
        {
            exception.Method ??= MethodId.BasicPublish;
            throw;
        }
    }

    /// <summary>Handles a content header frame.</summary>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public void HandleHeader(ReadOnlyMemory<byte> payload, InputBatch batch)
    {
        if (_content.IsBodyDue)
        {
            throw FrameErrors.BodyExpected();
        }

        if (!_content.IsHeaderDue)
        {
            throw FrameErrors.MethodExpected();
        }

        _ = _content.TakeHeader(payload);
        if (_content.BodySize == 0)
        {
            Publish(default, batch);
        }
        else
        {
            batch.ContentBegun(this);
        }
    }

    /// <summary>Handles a content body frame.</summary>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public void HandleBody(ReadOnlyMemory<byte> payload, InputBatch batch)
    {
        if (_content.IsHeaderDue)
        {
            throw FrameErrors.HeaderExpected();
        }

        if (!_content.IsBodyDue)
        {
            throw FrameErrors.MethodExpected();
        }

        if (_content.TryTakeBody(payload, Connection.Settings.MaxMessageSize, out var body))
        {
            Publish(body, batch);
        }
    }

    /// <summary>Copies what an unfinished content borrows from the receive buffer.</summary>
    public void KeepContent() => _content.Keep();

    /// <summary>Closes the channel for an error: tells the client, and gives back what the channel holds.</summary>
    public void Fail(ChannelException exception)
    {
        if (IsClosing)
        {
            return;
        }

        _isClosing = true;
        this.NoteEnd(CloseInitiator.Broker, exception.ReplyText, exception.Code, exception.HidesMethod ? null : exception.Method);
        Release();
        Output.Write(Number, new ChannelClose(exception.Code, exception.ReplyText, exception.ClassId, exception.MethodNumber));
        Connection.Log.ChannelClosedByError(Connection.Name, Number, exception.ReplyText);
    }

    /// <summary>Ends consumers and requeues what is unsettled.</summary>
    public void Release()
    {
        if (_isCounted)
        {
            _isCounted = false;
            Connection.Admission?.CloseChannel();
            Connection.Broker.Statistics.Churn.ChannelClosed();
        }

        _content.Reset();
        Transaction?.Rollback(this);
        Transaction = null;
        Replies?.Close();
        Replies = null;
        Consumer[] consumers;
        lock (Output.Gate)
        {
            consumers = [.. Deliveries.Consumers];
        }

        var emptied = new List<Queue>();
        foreach (var consumer in consumers)
        {
            if (consumer.Queue.Unsubscribe(consumer) && consumer.Queue.Declaration.IsAutoDelete)
            {
                emptied.Add(consumer.Queue);
            }
        }

        var unacked = new List<UnackedDelivery>();
        lock (Output.Gate)
        {
            foreach (var consumer in consumers)
            {
                Deliveries.Remove(consumer);
            }

            while (Deliveries.Unacked.TryTakeFirst(ulong.MaxValue, out var delivery))
            {
                unacked.Add(delivery);
            }
        }

        Requeue(unacked);

        // Also where nothing came back: another may be the active consumer now.
        foreach (var consumer in consumers)
        {
            consumer.Queue.Dispatch();
        }

        foreach (var queue in emptied)
        {
            Connection.Queues.DeleteUnused(queue);
        }

        Connection.Broker.Statistics.Collect(View);
    }

    private static void Requeue(List<UnackedDelivery> unacked)
    {
        // The same queue object is the key: its type compares by identity.
        foreach (var group in unacked.GroupBy(delivery => delivery.Queue!))
        {
            group.Key.Settle([.. group.Select(delivery => delivery.ToSettled())], SettleOutcome.Requeue);
            group.Key.Dispatch();
        }
    }

    /// <summary>Adds the queues of all consumers to a set.</summary>
    public void AddConsumedQueues(HashSet<Queue> queues)
    {
        lock (Output.Gate)
        {
            foreach (var consumer in Deliveries.Consumers)
            {
                queues.Add(consumer.Queue);
            }
        }
    }

    /// <summary>Gives a mandatory message of a transaction back if nobody would get it: also when its queues were deleted since it was published.</summary>
    public void ReturnIfGone(Route route, bool isMandatory, in PublishedMessage message)
    {
        if (Array.TrueForAll(route.Queues, static queue => queue.IsDeleted))
        {
            route.Counter?.CountNotRouted(isMandatory);
            if (isMandatory)
            {
                Return(route, in message);
            }
        }
    }

    private void Publish(Route route, bool isMandatory, in PublishedMessage message, InputBatch batch)
    {
        if (route.IsUnroutable)
        {
            CountUnroutable(route, isMandatory);
            if (isMandatory)
            {
                Return(route, in message);
            }
        }

        Confirms.Count();
        batch.Publish(this, route, in message);
    }

    private static void CountUnroutable(Route route, bool isMandatory)
    {
        // What has queues, if only such as are gone, is counted as published with those it comes with.
        if (route.Queues.Length == 0)
        {
            route.Counter?.CountUnroutable(isMandatory);
        }
        else
        {
            route.Counter?.CountNotRouted(isMandatory);
        }
    }

    private void BeginPublish(in BasicPublishView publish)
    {
        if (publish.Immediate)
        {
            throw BasicErrors.ImmediateNotSupported();
        }

        Connection.Hold.IsPublisher = true;
        _content.Begin(_routes.Find(publish.Route), publish.Mandatory);
    }

    private void Publish(ReadOnlyMemory<byte> body, InputBatch batch)
    {
        try
        {
            CheckSize(_content.BodySize);
            var header = _content.Header;
            var route = _content.OwnsMemory
                ? _routes.Find(_content.Route.WireBytes) // the topology may have changed since the content began
                : _content.Route;
            Publish(route, _content.IsMandatory, header, ContentHeaderProperties(header.Span), body, batch);
            if (_content.OwnsMemory)
            {
                // The batch must not hold on to memory that goes back now.
                batch.FlushPublishes();
            }
        }
        catch (AmqpException exception)
        {
            exception.Method ??= MethodId.BasicPublish;
            throw;
        }
        finally
        {
            _content.Reset();
        }
    }

    private void Publish(
        Route route,
        bool isMandatory,
        ReadOnlyMemory<byte> header,
        ReadOnlySpan<byte> propertyBytes,
        ReadOnlyMemory<byte> body,
        InputBatch batch)
    {
        var properties = PublishedProperties.Read(propertyBytes, Connection.Client.User, Replies is not null, Connection.Broker.Users);
        if (properties.WantsDirectReply && Replies is { } replies)
        {
            header = replies.Address(header.Span);
        }

        if (route.DependsOnMessage || properties.HasRoutingHeaders)
        {
            route = HeaderRouting.Resolve(VirtualHost, route, ref header);
        }

        var message = new PublishedMessage
        {
            Header = header,
            Body = body,
            Flags = properties.Flags,
            Priority = properties.Priority,
            ExpiresAfterMilliseconds = properties.ExpiresAfterMilliseconds,
        };
        batch.Trace?.Routed(VirtualHost.Name, route, propertyBytes, body.Length);
        if (Transaction is { } transaction)
        {
            transaction.Publish(route, isMandatory, in message);
        }
        else
        {
            Publish(route, isMandatory, in message, batch);
        }
    }

    private void CheckSize(int bodySize)
    {
        if (bodySize > Connection.Settings.MaxMessageSize)
        {
            throw BasicErrors.MessageTooLarge((ulong)bodySize, (ulong)Connection.Settings.MaxMessageSize);
        }
    }

    private static ReadOnlySpan<byte> ContentHeaderProperties(ReadOnlySpan<byte> header) =>
        Protocol.Content.ContentHeader.Read(header).Properties;

    private void Return(Route route, in PublishedMessage message)
    {
        var (exchange, key) = RouteCache.Decode(route.WireBytes);
        var method = new BasicReturn(ReplyCode.NoRoute, ReplyCode.NoRoute.ToName(), exchange, key);
        Output.WriteContent(Number, in method, message.Header.Span, message.Body.Span);
    }
}
