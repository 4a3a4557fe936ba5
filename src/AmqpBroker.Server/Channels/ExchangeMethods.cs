using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Permissions;
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
            await DeclareAsync(channel, method, name);
        }

        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeDeclareOk());
        }
    }

    public static async ValueTask DeleteAsync(AmqpChannel channel, ExchangeDelete method)
    {
        var name = ServerNames.Clean(method.Exchange);
        if (name.Length > 0 && !ServerNames.IsReserved(name))
        {
            channel.Rights.RequireExchange(Right.Configure, name);
        }

        var isDurable = await channel.VirtualHost.DeleteExchangeAsync(name, method.IfUnused);
        ChannelAudit.Note(channel, isDurable, "delete", ResourceName.Exchange(name, channel.VirtualHost.Name), "exchange", name);
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeDeleteOk());
        }
    }

    public static async ValueTask BindAsync(AmqpChannel channel, ExchangeBind method)
    {
        var (destination, source) = (ServerNames.Clean(method.Destination), ServerNames.Clean(method.Source));
        channel.Rights.RequireExchange(Right.Write, destination);
        if (destination.Length > 0)
        {
            BindingRights.RequireSource(channel, source, method.RoutingKey);
        }

        var isDurable = await channel.VirtualHost.BindExchangeAsync(destination, source, method.RoutingKey, method.Arguments);
        ChannelAudit.Note(channel, isDurable, "bind", $"exchange '{destination}' to {ResourceName.Exchange(source, channel.VirtualHost.Name)} by '{method.RoutingKey}'", "binding", $"{source} -> {destination}");
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeBindOk());
        }
    }

    public static async ValueTask UnbindAsync(AmqpChannel channel, ExchangeUnbind method)
    {
        var (destination, source) = (ServerNames.Clean(method.Destination), ServerNames.Clean(method.Source));
        channel.Rights.RequireExchange(Right.Write, destination);
        if (destination.Length > 0)
        {
            BindingRights.RequireSource(channel, source, method.RoutingKey);
        }

        var isDurable = await channel.VirtualHost.UnbindExchangeAsync(destination, source, method.RoutingKey, method.Arguments);
        ChannelAudit.Note(channel, isDurable, "unbind", $"exchange '{destination}' from {ResourceName.Exchange(source, channel.VirtualHost.Name)} by '{method.RoutingKey}'", "binding", $"{source} -> {destination}");
        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new ExchangeUnbindOk());
        }
    }

    private static async ValueTask DeclareAsync(AmqpChannel channel, ExchangeDeclare method, string name)
    {
        var type = ExchangeType.TryGet(method.Type, out var known) ? known : throw ExchangeErrors.UnknownType(method.Type);
        var declaration = new ExchangeDeclaration
        {
            Name = name,
            Type = type,
            IsDurable = method.Durable,
            IsAutoDelete = method.AutoDelete,
            IsInternal = method.Internal,
            Arguments = method.Arguments,
        };
        if (name.Length > 0)
        {
            channel.Rights.RequireExchange(Right.Configure, name);
            if (declaration.AlternateExchange is { } alternate && channel.VirtualHost.Listing.FindExchange(name) is null)
            {
                channel.Rights.RequireExchange(Right.Read, name);
                channel.Rights.RequireExchange(Right.Write, alternate);
            }
        }

        var isDurable = await channel.VirtualHost.DeclareExchangeAsync(declaration);
        ChannelAudit.Note(channel, isDurable, "declare", ResourceName.Exchange(name, channel.VirtualHost.Name), "exchange", name);
    }
}
