using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>What a client says in the handshake.</summary>
internal sealed record Login
{
    public string[] Capabilities { get; init; } = ["consumer_cancel_notify", "authentication_failure_close"];

    public string Mechanism { get; init; } = "PLAIN";

    public byte[] Response { get; init; } = "\0guest\0guest"u8.ToArray();

    public ushort ChannelMax { get; init; } = 2047;

    public uint FrameMax { get; init; } = 131_072;

    public ushort Heartbeat { get; init; }

    public string VirtualHost { get; init; } = "/";

    public FieldTable ClientProperties
    {
        get
        {
            var capabilities = new FieldTableBuilder();
            foreach (var capability in Capabilities)
            {
                capabilities.Add(capability, true);
            }

            return new FieldTableBuilder().Add("capabilities", capabilities.Build()).Build();
        }
    }
}
