using AmqpBroker.Core.Exchanges;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Judges an exchange declared again: it must mean what is there (AMQP 0-9-1 exchange.declare rule "equivalent").</summary>
internal static class ExchangeEquivalence
{
    /// <summary>Compares in RabbitMQ's order; unknown arguments are not looked at.</summary>
    /// <exception cref="Protocol.ChannelException">406 naming the first difference.</exception>
    public static void Assert(string vhost, ExchangeDeclaration received, ExchangeDeclaration current)
    {
        var name = current.Name;
        if (received.Type != current.Type)
        {
            throw ExchangeErrors.InequivalentArgument(name, vhost, "type", received.Type.Name, current.Type.Name);
        }

        Assert("durable", received.IsDurable, current.IsDurable);
        Assert("auto_delete", received.IsAutoDelete, current.IsAutoDelete);
        Assert("internal", received.IsInternal, current.IsInternal);
        const string alternate = ExchangeDeclaration.AlternateExchangeArgument;
        FieldValue? receivedAlternate = received.Arguments.TryGet(alternate, out var value) ? value : null;
        FieldValue? currentAlternate = current.Arguments.TryGet(alternate, out value) ? value : null;
        if (!ArgumentEquivalence.Holds(receivedAlternate, currentAlternate))
        {
            throw ExchangeErrors.InequivalentArgument(name, vhost, alternate, receivedAlternate, currentAlternate);
        }

        void Assert(string flag, bool isReceived, bool isCurrent)
        {
            if (isReceived != isCurrent)
            {
                throw ExchangeErrors.InequivalentArgument(name, vhost, flag, isReceived, isCurrent);
            }
        }
    }
}
