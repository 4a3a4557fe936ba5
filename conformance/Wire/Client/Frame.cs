namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>A frame (AMQP 0-9-1 §4.2.3): type:octet channel:short size:long payload 0xCE.</summary>
public sealed record Frame(byte Type, ushort Channel, byte[] Payload)
{
    public const byte Method = 1;
    public const byte Header = 2;
    public const byte Body = 3;
    public const byte Heartbeat = 8;
    public const byte End = 0xCE;
    public const int HeaderSize = 7;

    public byte[] Encode() => Encode(End);

    /// <summary>The frame with another octet at its end.</summary>
    public byte[] Encode(byte end) =>
        new WireWriter().Octet(Type).Integer(Channel, 2).Integer((ulong)Payload.Length, 4).Octets(Payload).Octet(end).ToArray();

    public override string ToString() => Type == Method
        ? $"{WireMethod.Decode(Payload)} on channel {Channel}"
        : $"frame of type {Type} on channel {Channel}, {Payload.Length} octets";
}
