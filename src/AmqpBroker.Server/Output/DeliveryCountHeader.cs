using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Server.Output;

/// <summary>The header that tells a consumer of a quorum queue how often a message was delivered in vain.</summary>
internal static class DeliveryCountHeader
{
    /// <summary>Adds it to a content header.</summary>
    public static byte[] AddTo(ReadOnlySpan<byte> contentHeader, int failedDeliveries) =>
        ContentHeaderEdit.SetHeader(contentHeader, "x-delivery-count"u8, failedDeliveries);
}
