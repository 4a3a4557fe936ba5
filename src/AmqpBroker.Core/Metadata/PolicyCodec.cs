using AmqpBroker.Core.Policies;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Metadata;

/// <summary>The fields of commands about policies: docs/formats/metadata-journal.md.</summary>
internal static class PolicyCodec
{
    public static void Write(ref WireWriter writer, PolicySet set)
    {
        var policy = set.Policy;
        writer.WriteOctet((byte)set.Kind);
        writer.WriteLongString(policy.Name);
        writer.WriteLongString(policy.Pattern);
        writer.WriteLongLong(BitConverter.DoubleToUInt64Bits(policy.Priority));
        writer.WriteOctet((byte)policy.AppliesTo);
        writer.WriteLongLong((ulong)policy.TtlSince);
        writer.WriteTable(policy.Definition);
    }

    public static PolicySet ReadSet(string vhost, ref WireReader reader)
    {
        var kind = (PolicyKind)reader.ReadOctet();
        return new PolicySet(vhost, kind, new Policy
        {
            Name = reader.ReadLongString(),
            Pattern = reader.ReadLongString(),
            Priority = BitConverter.UInt64BitsToDouble(reader.ReadLongLong()),
            AppliesTo = (PolicySubjects)reader.ReadOctet(),
            TtlSince = (long)reader.ReadLongLong(),
            Definition = reader.ReadTable(),
        });
    }

    public static void Write(ref WireWriter writer, PolicyCleared cleared)
    {
        writer.WriteOctet((byte)cleared.Kind);
        writer.WriteLongString(cleared.Name);
    }

    public static PolicyCleared ReadCleared(string vhost, ref WireReader reader) =>
        new(vhost, (PolicyKind)reader.ReadOctet(), reader.ReadLongString());
}
