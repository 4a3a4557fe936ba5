using System.Collections.Immutable;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Metadata;

/// <summary>Commands as bytes: docs/formats/metadata-journal.md.</summary>
/// <remarks>
/// Fields are encoded as AMQP encodes them (AMQP 0-9-1 §4.2.5, big-endian): names are short strings, arguments field tables.
/// <code>
///  0         1
///  +---------+----------------+-----------------------+
///  | version | vhost: shortstr| fields of the command |
///  +---------+----------------+-----------------------+
/// </code>
/// </remarks>
internal static class MetadataCodec
{
    /// <summary>Newest format version of a command, and the only one so far.</summary>
    public const byte Version = 1;

    private const int UsualLength = 512;

    public static MetadataRecordKind KindOf(MetadataCommand command) => command switch
    {
        ExchangeDeclared { Exchange.ContentsId: not 0 } => MetadataRecordKind.ContainingExchangeDeclared,
        ExchangeDeclared => MetadataRecordKind.ExchangeDeclared,
        ExchangeDeleted => MetadataRecordKind.ExchangeDeleted,
        BindingAdded => MetadataRecordKind.BindingAdded,
        BindingRemoved => MetadataRecordKind.BindingRemoved,
        QueueDeclared => MetadataRecordKind.QueueDeclared,
        QueueDeleted => MetadataRecordKind.QueueDeleted,
        PolicySet => MetadataRecordKind.PolicySet,
        PolicyCleared => MetadataRecordKind.PolicyCleared,
        VirtualHostLimitsSet => MetadataRecordKind.VirtualHostLimitsSet,
        UserLimitsSet => MetadataRecordKind.UserLimitsSet,
        ParameterSet => MetadataRecordKind.ParameterSet,
        ParameterCleared => MetadataRecordKind.ParameterCleared,
        _ => AccessCodec.KindOf(command) ?? throw new ArgumentException($"{command.GetType().Name} has no stored form", nameof(command)),
    };

    public static byte[] Encode(MetadataCommand command)
    {
        var writer = new WireWriter(stackalloc byte[UsualLength]);
        try
        {
            writer.WriteOctet(Version);
            writer.WriteShortString(command.VirtualHost);
            WriteFields(ref writer, command);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <exception cref="MetadataStoreException">Written by a newer version, or not a command.</exception>
    public static MetadataCommand Decode(MetadataRecordKind kind, ReadOnlySpan<byte> payload)
    {
        if (!payload.IsEmpty && payload[0] > Version)
        {
            throw new MetadataStoreException(
                $"a record has format version {payload[0]}, this broker reads up to {Version}. Start the newer broker that wrote it.");
        }

        if (!Enum.IsDefined(kind))
        {
            throw new MetadataStoreException($"a record is of kind {(byte)kind}, which this broker does not know. Start the newer broker that wrote it.");
        }

        try
        {
            var reader = new WireReader(payload);
            _ = reader.ReadOctet();
            var command = ReadFields(kind, reader.ReadShortString(), ref reader);
            return reader.Remaining.IsEmpty ? command : throw Malformed(kind, null);
        }
        catch (Exception exception) when (exception is AmqpException or TruncatedException)
        {
            throw Malformed(kind, exception);
        }
    }

    private static MetadataStoreException Malformed(MetadataRecordKind kind, Exception? cause) =>
        new($"a record of kind {kind} is whole, and yet not one. Report this with the data directory.", cause);

    private static void WriteFields(ref WireWriter writer, MetadataCommand command)
    {
        switch (command)
        {
            case ExchangeDeclared declared:
                if (declared.Exchange.ContentsId != 0)
                {
                    writer.WriteLongLong((ulong)declared.Exchange.ContentsId);
                }

                Write(ref writer, declared.Exchange);
                break;
            case QueueDeclared declared:
                Write(ref writer, declared.Queue);
                break;
            case BindingAdded added:
                Write(ref writer, added.Binding);
                break;
            case ExchangeDeleted deleted:
                writer.WriteShortString(deleted.Exchange);
                Write(ref writer, deleted.AutoDeleted);
                break;
            case BindingRemoved removed:
                Write(ref writer, removed.Binding);
                Write(ref writer, removed.AutoDeleted);
                break;
            case QueueDeleted deleted:
                writer.WriteShortString(deleted.Queue);
                writer.WriteLongLong((ulong)deleted.Id);
                Write(ref writer, deleted.AutoDeleted);
                break;
            case PolicySet set:
                PolicyCodec.Write(ref writer, set);
                break;
            case PolicyCleared cleared:
                PolicyCodec.Write(ref writer, cleared);
                break;
            case ParameterSet set:
                ParameterCodec.Write(ref writer, set);
                break;
            case ParameterCleared cleared:
                ParameterCodec.Write(ref writer, cleared);
                break;
            case VirtualHostLimitsSet set:
                writer.WriteTable(set.Limits);
                break;
            case UserLimitsSet set:
                writer.WriteLongString(set.User);
                writer.WriteTable(set.Limits);
                break;
            default:
                AccessCodec.Write(ref writer, command);
                break;
        }
    }

    private static MetadataCommand ReadFields(MetadataRecordKind kind, string vhost, ref WireReader reader) => kind switch
    {
        MetadataRecordKind.ExchangeDeclared => new ExchangeDeclared(vhost, ReadExchange(ref reader)),
        MetadataRecordKind.ContainingExchangeDeclared =>
            new ExchangeDeclared(vhost, ReadExchange(ref reader, contentsId: (long)reader.ReadLongLong())),
        MetadataRecordKind.QueueDeclared => new QueueDeclared(vhost, ReadQueue(ref reader)),
        MetadataRecordKind.BindingAdded => new BindingAdded(vhost, ReadBinding(ref reader)),
        MetadataRecordKind.ExchangeDeleted =>
            new ExchangeDeleted(vhost, reader.ReadShortString()) { AutoDeleted = ReadNames(ref reader) },
        MetadataRecordKind.BindingRemoved =>
            new BindingRemoved(vhost, ReadBinding(ref reader)) { AutoDeleted = ReadNames(ref reader) },
        MetadataRecordKind.PolicySet => PolicyCodec.ReadSet(vhost, ref reader),
        MetadataRecordKind.PolicyCleared => PolicyCodec.ReadCleared(vhost, ref reader),
        MetadataRecordKind.ParameterSet => ParameterCodec.ReadSet(vhost, ref reader),
        MetadataRecordKind.ParameterCleared => ParameterCodec.ReadCleared(vhost, ref reader),
        MetadataRecordKind.VirtualHostLimitsSet => new VirtualHostLimitsSet(vhost, reader.ReadTable()),
        MetadataRecordKind.UserLimitsSet => new UserLimitsSet(reader.ReadLongString(), reader.ReadTable()),
        MetadataRecordKind.QueueDeleted =>
            new QueueDeleted(vhost, reader.ReadShortString(), (long)reader.ReadLongLong()) { AutoDeleted = ReadNames(ref reader) },
        _ => AccessCodec.Read(kind, vhost, ref reader),
    };

    private static void Write(ref WireWriter writer, ExchangeDeclaration exchange)
    {
        writer.WriteShortString(exchange.Name);
        writer.WriteShortString(exchange.Type.Name);
        writer.WriteBits(exchange.IsAutoDelete, exchange.IsInternal);
        writer.WriteTable(exchange.Arguments);
    }

    private static ExchangeDeclaration ReadExchange(ref WireReader reader, long contentsId = 0)
    {
        var name = reader.ReadShortString();
        var type = reader.ReadShortString();
        var flags = reader.ReadOctet();
        return new ExchangeDeclaration
        {
            Name = name,
            Type = ExchangeType.TryGet(type, out var known) ? known : throw new MetadataStoreException(
                $"the exchange '{name}' has the type '{type}', which this broker does not know. Start the broker that wrote it."),
            IsDurable = true,
            IsAutoDelete = (flags & 1) != 0,
            IsInternal = (flags & 2) != 0,
            ContentsId = contentsId,
            Arguments = reader.ReadTable(),
        };
    }

    private static void Write(ref WireWriter writer, QueueDeclaration queue)
    {
        writer.WriteLongLong((ulong)queue.Id);
        writer.WriteShortString(queue.Name);
        writer.WriteBits(queue.IsAutoDelete);
        writer.WriteTable(queue.Arguments);
    }

    private static QueueDeclaration ReadQueue(ref WireReader reader) => new()
    {
        Id = (long)reader.ReadLongLong(),
        Name = reader.ReadShortString(),
        IsDurable = true,
        IsAutoDelete = reader.ReadBit(),
        Arguments = reader.ReadTable(),
    };

    private static void Write(ref WireWriter writer, BindingDefinition binding)
    {
        writer.WriteOctet((byte)binding.DestinationKind);
        writer.WriteShortString(binding.Source);
        writer.WriteShortString(binding.Destination);
        writer.WriteShortString(binding.RoutingKey);
        writer.WriteTable(binding.Arguments);
    }

    private static BindingDefinition ReadBinding(ref WireReader reader)
    {
        var kind = (BindingDestination)reader.ReadOctet();
        var source = reader.ReadShortString();
        return new BindingDefinition(source, kind, reader.ReadShortString(), reader.ReadShortString(), reader.ReadTable());
    }

    private static void Write(ref WireWriter writer, ImmutableArray<string> names)
    {
        writer.WriteLong((uint)names.Length);
        foreach (var name in names)
        {
            writer.WriteShortString(name);
        }
    }

    private static ImmutableArray<string> ReadNames(ref WireReader reader)
    {
        // Not trusted as a capacity: a name takes an octet at least, so the payload ends before memory does.
        var count = reader.ReadLong();
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0u; i < count; i++)
        {
            names.Add(reader.ReadShortString());
        }

        return names.DrainToImmutable();
    }
}
