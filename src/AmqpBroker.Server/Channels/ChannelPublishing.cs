using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;

namespace AmqpBroker.Server.Channels;

/// <summary>What a client publishes on a channel, from the frames to the batch or the transaction: put together, checked and routed.</summary>
/// <remarks>Confined to the connection's input loop.</remarks>
internal sealed class ChannelPublishing
{
    private readonly AmqpChannel _channel;
    private readonly AmqpConnection _connection;
    private readonly RouteCache _routes;
    private readonly ContentAssembly _content = new();

    public ChannelPublishing(AmqpChannel channel)
    {
        _channel = channel;
        _connection = channel.Connection;
        _routes = new RouteCache(_connection.VirtualHost, _connection.Rights);
    }

    /// <summary>What has been published; read by any thread.</summary>
    public PublishCounters Counters => _routes.Published;

    /// <summary>Whether a message may begin: no content is due.</summary>
    public bool IsIdle => _content.IsIdle;

    /// <summary>A method has come: none may while content is due.</summary>
    /// <exception cref="ConnectionException">505: a header or a body is due.</exception>
    public void CheckMethodMayCome()
    {
        if (_content.IsHeaderDue)
        {
            throw FrameErrors.HeaderExpected();
        }

        if (_content.IsBodyDue)
        {
            throw FrameErrors.BodyExpected();
        }
    }

    /// <summary>Handles a whole message, as its three frames one by one would be; only while <see cref="IsIdle"/>.</summary>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public void HandlePublish(in PublishFrames frames, InputBatch batch)
    {
        try
        {
            if (!BasicPublishView.TryReadKnown(frames.Fields, _routes.LastUsed, out var publish))
            {
                publish = BasicPublishView.Read(frames.Fields);
            }

            var route = FindRoute(in publish);
            CheckSize(frames.Body.Length);
            Publish(route, publish.Mandatory, frames.Header, frames.Properties, frames.Body, batch);
        }
        catch (AmqpException exception)
        {
            exception.Method ??= MethodId.BasicPublish;
            throw;
        }
    }

    /// <summary>Handles a basic.publish whose content comes in frames of its own.</summary>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public void Begin(in BasicPublishView publish) => _content.Begin(FindRoute(in publish), publish.Mandatory);

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
            batch.ContentBegun(_channel);
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

        if (_content.TryTakeBody(payload, _connection.Settings.MaxMessageSize, out var body))
        {
            Publish(body, batch);
        }
    }

    /// <summary>Copies what an unfinished content borrows from the receive buffer.</summary>
    public void Keep() => _content.Keep();

    /// <summary>Forgets an unfinished content.</summary>
    public void Reset() => _content.Reset();

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

    private Route FindRoute(in BasicPublishView publish)
    {
        if (publish.Immediate)
        {
            throw BasicErrors.ImmediateNotSupported();
        }

        _connection.Hold.IsPublisher = true;
        return _routes.Find(publish.Route);
    }

    private void CheckSize(int bodySize)
    {
        if (bodySize > _connection.Settings.MaxMessageSize)
        {
            throw BasicErrors.MessageTooLarge((ulong)bodySize, (ulong)_connection.Settings.MaxMessageSize);
        }
    }

    /// <summary>Publishes the content that is there now.</summary>
    private void Publish(ReadOnlyMemory<byte> body, InputBatch batch)
    {
        try
        {
            CheckSize(_content.BodySize);
            var header = _content.Header;
            var route = _content.OwnsMemory
                ? _routes.Find(_content.Route.WireBytes) // the topology may have changed since the content began
                : _content.Route;
            Publish(route, _content.IsMandatory, header, ContentHeader.Read(header.Span).Properties, body, batch);
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
        var replies = _channel.Replies;
        var properties = PublishedProperties.Read(propertyBytes, _connection.Client.User, replies is not null, _connection.Broker.Users);
        if (properties.WantsDirectReply && replies is not null)
        {
            header = replies.Address(header.Span);
        }

        if (route.DependsOnMessage || properties.HasRoutingHeaders)
        {
            route = HeaderRouting.Resolve(_connection.VirtualHost, route, ref header);
        }

        var message = new PublishedMessage
        {
            Header = header,
            Body = body,
            Flags = properties.Flags,
            Priority = properties.Priority,
            ExpiresAfterMilliseconds = properties.ExpiresAfterMilliseconds,
        };
        batch.Trace?.Routed(_connection.VirtualHost.Name, route, propertyBytes, body.Length);
        if (_channel.Transaction is { } transaction)
        {
            transaction.Publish(route, isMandatory, in message);
        }
        else
        {
            Publish(route, isMandatory, in message, batch);
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

        _channel.Confirms.Count();
        batch.Publish(_channel, route, in message);
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

    private void Return(Route route, in PublishedMessage message)
    {
        var (exchange, key) = RouteCache.Decode(route.WireBytes);
        var method = new BasicReturn(ReplyCode.NoRoute, ReplyCode.NoRoute.ToName(), exchange, key);
        _channel.Output.WriteContent(_channel.Number, in method, message.Header.Span, message.Body.Span);
    }
}
