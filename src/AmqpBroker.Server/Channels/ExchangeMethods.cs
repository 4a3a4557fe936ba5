using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Channels;

/// <summary>The exchange class (AMQP 0-9-1 §1.6).</summary>
internal static class ExchangeMethods
{
    public static void Declare(AmqpChannel channel, in ExchangeDeclare method)
    {
        var name = ServerNames.Clean(method.Exchange);
        if (method.Passive)
        {
            channel.VirtualHost.AssertExchange(name);
        }
        else
        {
            channel.VirtualHost.DeclareExchange(new ExchangeDeclaration
            {
                Name = name,
                Type = ExchangeType.TryGet(method.Type, out var type) ? type : throw ExchangeErrors.UnknownType(method.Type),
                IsDurable = method.Durable,
                IsAutoDelete = method.AutoDelete,
                IsInternal = method.Internal,
                Arguments = method.Arguments,
            });
        }

        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeDeclareOk());
        }
    }

    public static void Delete(AmqpChannel channel, in ExchangeDelete method)
    {
        channel.VirtualHost.DeleteExchange(ServerNames.Clean(method.Exchange), method.IfUnused);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeDeleteOk());
        }
    }

    public static void Bind(AmqpChannel channel, in ExchangeBind method)
    {
        channel.VirtualHost.BindExchange(
            ServerNames.Clean(method.Destination), ServerNames.Clean(method.Source), method.RoutingKey, method.Arguments);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeBindOk());
        }
    }

    public static void Unbind(AmqpChannel channel, in ExchangeUnbind method)
    {
        channel.VirtualHost.UnbindExchange(
            ServerNames.Clean(method.Destination), ServerNames.Clean(method.Source), method.RoutingKey, method.Arguments);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeUnbindOk());
        }
    }
}
