using System.Runtime.InteropServices;

namespace AmqpBroker.Core.Tracing;

/// <summary>What a span says of its message.</summary>
/// <param name="VirtualHost">Where it is.</param>
/// <param name="Exchange">What it was published to; empty for the default exchange.</param>
/// <param name="RoutingKey">By which key.</param>
/// <param name="BodySize">Bytes of its body.</param>
/// <param name="Queue">The queue it comes from; null while it is being published.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TracedMessage(string VirtualHost, string Exchange, string RoutingKey, int BodySize, string? Queue = null);
