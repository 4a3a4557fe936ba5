using System.Text;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>A method that carries a message: basic.deliver, basic.get-ok or basic.return.</summary>
public sealed record WireContent(WireMethod Method, WireProperties Properties, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
