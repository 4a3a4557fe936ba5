using AmqpBroker.Core.Permissions;

namespace AmqpBroker.Server.Channels;

/// <summary>The rights that binding and unbinding take, beside the one to write to what is bound.</summary>
internal static class BindingRights
{
    /// <summary>Refuses a source that may not be read, or not by this key. The default exchange is refused to everyone, for another reason.</summary>
    /// <exception cref="Protocol.ChannelException">403: no such right.</exception>
    public static void RequireSource(AmqpChannel channel, string source, string routingKey)
    {
        if (source.Length > 0)
        {
            channel.Rights.RequireExchange(Right.Read, source);
            channel.Rights.RequireTopic(Right.Read, channel.VirtualHost, source, routingKey);
        }
    }
}
