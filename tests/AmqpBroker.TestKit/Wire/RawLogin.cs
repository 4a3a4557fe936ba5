using System.Text;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.TestKit.Wire;

/// <summary>What a raw client says in the handshake.</summary>
public sealed record RawLogin
{
    /// <summary>What the official clients can do, as far as it changes what the broker sends.</summary>
    public static FieldTable UsualCapabilities { get; } = new FieldTableBuilder()
        .Add("publisher_confirms", true)
        .Add("consumer_cancel_notify", true)
        .Add("authentication_failure_close", true)
        .Build();

    public FieldTable Capabilities { get; init; } = UsualCapabilities;

    public string Mechanism { get; init; } = "PLAIN";

    /// <summary>The SASL response; by default PLAIN with the endpoint's user and password.</summary>
    public byte[]? Response { get; init; }

    public string VirtualHost { get; init; } = "/";

    public ushort ChannelMax { get; init; } = 2047;

    public uint FrameMax { get; init; } = 131_072;

    /// <summary>In seconds; 0 turns heartbeats off.</summary>
    public ushort Heartbeat { get; init; }

    public static byte[] Plain(string user, string password) => Encoding.UTF8.GetBytes($"\0{user}\0{password}");
}
