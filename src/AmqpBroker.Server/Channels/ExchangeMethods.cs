using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Channels;

/// <summary>The exchange class (AMQP 0-9-1 §1.6).</summary>
internal static class ExchangeMethods
{
    public static async ValueTask DeclareAsync(AmqpChannel channel, ExchangeDeclare method)
    {
        var name = ServerNames.Clean(method.Exchange);
        if (method.Passive)
        {
            channel.VirtualHost.AssertExchange(name);
        }
        else
        {
            await channel.VirtualHost.DeclareExchangeAsync(new ExchangeDeclaration
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

    public static async ValueTask DeleteAsync(AmqpChannel channel, ExchangeDelete method)
    {
        await channel.VirtualHost.DeleteExchangeAsync(ServerNames.Clean(method.Exchange), method.IfUnused);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeDeleteOk());
        }
    }

    public static async ValueTask BindAsync(AmqpChannel channel, ExchangeBind method)
    {
        await channel.VirtualHost.BindExchangeAsync(
            ServerNames.Clean(method.Destination), ServerNames.Clean(method.Source), method.RoutingKey, method.Arguments);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeBindOk());
        }
    }

    public static async ValueTask UnbindAsync(AmqpChannel channel, ExchangeUnbind method)
    {
        await channel.VirtualHost.UnbindExchangeAsync(
            ServerNames.Clean(method.Destination), ServerNames.Clean(method.Source), method.RoutingKey, method.Arguments);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeUnbindOk());
        }
    }
}
