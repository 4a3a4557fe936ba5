using System.Buffers.Binary;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Content headers as they come from the wire.</summary>
internal static class ContentHeaders
{
    /// <summary>A header without properties.</summary>
    public static byte[] Empty(int bodySize)
    {
        var header = new byte[14];
        BinaryPrimitives.WriteUInt16BigEndian(header, ContentHeader.BasicClassId);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(4), (ulong)bodySize);
        return header;
    }
}
