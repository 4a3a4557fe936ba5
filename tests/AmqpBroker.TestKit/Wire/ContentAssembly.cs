using AmqpBroker.Protocol.Content;

namespace AmqpBroker.TestKit.Wire;

/// <summary>A method whose content is still coming in.</summary>
internal sealed class ContentAssembly(ReceivedMethod method)
{
    private byte[]? _properties;
    private byte[] _body = [];
    private int _received;

    public void AddHeader(byte[] payload)
    {
        var header = ContentHeader.Read(payload);
        _properties = header.Properties.ToArray();
        _body = new byte[header.BodySize];
    }

    public void AddBody(byte[] payload)
    {
        payload.CopyTo(_body, _received);
        _received += payload.Length;
    }

    /// <summary>The method with its content, once all of that is here.</summary>
    public ReceivedMethod? TryFinish() =>
        _properties is not null && _received == _body.Length
            ? method with { Properties = _properties, Body = _body }
            : null;
}
