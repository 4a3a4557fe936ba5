using System.Collections.Immutable;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Metadata;

/// <summary>The fields of commands about virtual hosts, users and permissions: docs/formats/metadata-journal.md.</summary>
internal static class AccessCodec
{
    public static MetadataRecordKind? KindOf(MetadataCommand command) => command switch
    {
        BrokerFounded => MetadataRecordKind.BrokerFounded,
        VirtualHostSet => MetadataRecordKind.VirtualHostSet,
        VirtualHostDeleted => MetadataRecordKind.VirtualHostDeleted,
        UserSet => MetadataRecordKind.UserSet,
        UserDeleted => MetadataRecordKind.UserDeleted,
        PermissionSet => MetadataRecordKind.PermissionSet,
        PermissionCleared => MetadataRecordKind.PermissionCleared,
        TopicPermissionSet => MetadataRecordKind.TopicPermissionSet,
        TopicPermissionCleared => MetadataRecordKind.TopicPermissionCleared,
        _ => null,
    };

    public static void Write(ref WireWriter writer, MetadataCommand command)
    {
        switch (command)
        {
            case VirtualHostSet { Definition: var definition }:
                writer.WriteLongString(definition.Description);
                Write(ref writer, definition.Tags);
                writer.WriteLongString(definition.DefaultQueueType ?? "");
                writer.WriteBits(definition.IsTracing);
                break;
            case UserSet { User: var user }:
                WriteEach(ref writer, user.Name, user.Password.Algorithm);
                writer.WriteLongString(user.Password.Bytes.AsSpan());
                Write(ref writer, user.Tags);
                break;
            case UserDeleted deleted:
                writer.WriteLongString(deleted.User);
                break;
            case PermissionSet { Permission: var permission }:
                WriteEach(ref writer, permission.User, permission.Configure, permission.Write, permission.Read);
                break;
            case PermissionCleared cleared:
                writer.WriteLongString(cleared.User);
                break;
            case TopicPermissionSet { Permission: var permission }:
                WriteEach(ref writer, permission.User, permission.Exchange, permission.Write, permission.Read);
                break;
            case TopicPermissionCleared cleared:
                writer.WriteLongString(cleared.User);
                writer.WriteBits(cleared.Exchange is null);
                writer.WriteLongString(cleared.Exchange ?? "");
                break;
        }
    }

    public static MetadataCommand Read(MetadataRecordKind kind, string vhost, ref WireReader reader) => kind switch
    {
        MetadataRecordKind.BrokerFounded => new BrokerFounded(),
        MetadataRecordKind.VirtualHostSet => ReadVirtualHost(vhost, ref reader),
        MetadataRecordKind.VirtualHostDeleted => new VirtualHostDeleted(vhost),
        MetadataRecordKind.UserSet => ReadUser(ref reader),
        MetadataRecordKind.UserDeleted => new UserDeleted(reader.ReadLongString()),
        MetadataRecordKind.PermissionSet => new PermissionSet(
            new UserPermission(reader.ReadLongString(), vhost, reader.ReadLongString(), reader.ReadLongString(), reader.ReadLongString())),
        MetadataRecordKind.PermissionCleared => new PermissionCleared(vhost, reader.ReadLongString()),
        MetadataRecordKind.TopicPermissionSet => new TopicPermissionSet(
            new TopicPermission(reader.ReadLongString(), vhost, reader.ReadLongString(), reader.ReadLongString(), reader.ReadLongString())),
        _ => ReadTopicCleared(vhost, ref reader),
    };

    private static VirtualHostSet ReadVirtualHost(string vhost, ref WireReader reader)
    {
        var description = reader.ReadLongString();
        var tags = ReadTexts(ref reader);
        var type = reader.ReadLongString();
        return new VirtualHostSet(vhost, new VirtualHostDefinition
        {
            Description = description,
            Tags = tags,
            DefaultQueueType = type.Length == 0 ? null : type,
            IsTracing = reader.ReadBit(),
        });
    }

    private static UserSet ReadUser(ref WireReader reader)
    {
        var name = reader.ReadLongString();
        var password = new PasswordHash(reader.ReadLongString(), [.. reader.ReadLongStringBytes()]);
        return new UserSet(new User(name, password, ReadTexts(ref reader)));
    }

    private static TopicPermissionCleared ReadTopicCleared(string vhost, ref WireReader reader)
    {
        var user = reader.ReadLongString();
        var isForAll = reader.ReadBit();
        var exchange = reader.ReadLongString();
        return new TopicPermissionCleared(vhost, user, isForAll ? null : exchange);
    }

    private static void Write(ref WireWriter writer, ImmutableArray<string> texts)
    {
        writer.WriteLong((uint)texts.Length);
        WriteEach(ref writer, texts.AsSpan());
    }

    private static void WriteEach(ref WireWriter writer, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            writer.WriteLongString(text);
        }
    }

    private static ImmutableArray<string> ReadTexts(ref WireReader reader)
    {
        // Not trusted as a capacity: each takes some octets, so the payload ends before memory does.
        var count = reader.ReadLong();
        var texts = ImmutableArray.CreateBuilder<string>();
        for (var i = 0u; i < count; i++)
        {
            texts.Add(reader.ReadLongString());
        }

        return texts.DrainToImmutable();
    }
}
