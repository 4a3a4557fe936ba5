using AmqpBroker.Core.Parameters;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Metadata;

/// <summary>The fields of commands about parameters: docs/formats/metadata-journal.md.</summary>
internal static class ParameterCodec
{
    public static void Write(ref WireWriter writer, ParameterSet set)
    {
        writer.WriteLongString(set.Parameter.Component);
        writer.WriteLongString(set.Parameter.Name);
        writer.WriteLongString(set.Parameter.Value);
    }

    public static ParameterSet ReadSet(string vhost, ref WireReader reader) =>
        new(new Parameter(vhost, reader.ReadLongString(), reader.ReadLongString(), reader.ReadLongString()));

    public static void Write(ref WireWriter writer, ParameterCleared cleared)
    {
        writer.WriteLongString(cleared.Component);
        writer.WriteLongString(cleared.Name);
    }

    public static ParameterCleared ReadCleared(string vhost, ref WireReader reader) => new(vhost, reader.ReadLongString(), reader.ReadLongString());
}
