namespace AmqpBroker.Protocol.Framing;

/// <summary>A whole small message as publishers send it: basic.publish, content header and one body frame behind each other.</summary>
/// <remarks>Borrowed from the receive buffer; see <see cref="FrameCursor.TryPeekPublish"/>.</remarks>
public readonly ref struct PublishFrames
{
    /// <summary>The channel of all three frames.</summary>
    public required ushort Channel { get; init; }

    /// <summary>The fields of basic.publish, as <see cref="Methods.BasicPublishView.Read"/> takes them; not looked at yet.</summary>
    public required ReadOnlySpan<byte> Fields { get; init; }

    /// <summary>The content header's payload: it announces as many octets as <see cref="Body"/> has, and its class and weight are right.</summary>
    public required ReadOnlyMemory<byte> Header { get; init; }

    /// <summary>From the property flags to the last property.</summary>
    public required ReadOnlySpan<byte> Properties { get; init; }

    /// <summary>The body; never empty.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Octets of the three frames.</summary>
    public required int Length { get; init; }
}
