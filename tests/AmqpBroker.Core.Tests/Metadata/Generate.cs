using System.Collections.Immutable;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Core.Tests.Metadata;

/// <summary>Arbitrary commands.</summary>
internal static class Generate
{
    private static Gen<bool> Bit { get; } = Gen.Elements(true, false);

    /// <summary>Names of up to 255 octets, with characters of one to four.</summary>
    private static Gen<string> AnyName { get; } = Gen.Elements("a", ".", "\0", "é", "€", "𝄞")
        .ArrayOf()
        .Select(parts => string.Concat(parts.Take(byte.MaxValue / 4)));

    private static Gen<FieldTable> Arguments { get; } =
        from names in AnyName.ArrayOf(3)
        from number in Gen.Choose(int.MinValue, int.MaxValue)
        from count in Gen.Choose(0, 3)
        select FieldTable.Of(new FieldEntry[]
        {
            new(names[0], FieldValue.From(number)),
            new(names[1], FieldValue.From(names[2])),
            new(names[2], FieldValue.From(FieldTable.Of(new FieldEntry("nested", FieldValue.From(true))))),
        }.AsSpan(0, count));

    /// <summary>A command about anything.</summary>
    public static Gen<MetadataCommand> Command { get; } = CommandAbout(AnyName, AnyName, Arguments, Gen.Choose(1, int.MaxValue));

    /// <summary>Commands about a handful of things, so that they meet.</summary>
    public static Gen<MetadataCommand[]> History { get; } = CommandAbout(
        Gen.Elements("/", "other"), Gen.Elements("a", "b", "c"), Gen.Constant(FieldTable.Empty), Gen.Choose(1, 3)).ArrayOf();

    private static Gen<MetadataCommand> CommandAbout(Gen<string> vhosts, Gen<string> names, Gen<FieldTable> tables, Gen<int> ids)
    {
        var exchange = ExchangeAbout(names, tables, ids);
        var queue =
            from name in names
            from id in ids
            from isAutoDelete in Bit
            from arguments in tables
            select new QueueDeclaration { Id = id, Name = name, IsDurable = true, IsAutoDelete = isAutoDelete, Arguments = arguments };
        var binding =
            from ends in names.ArrayOf(3)
            from kind in Gen.Elements(BindingDestination.Queue, BindingDestination.Exchange)
            from arguments in tables
            select new BindingDefinition(ends[0], kind, ends[1], ends[2], arguments);
        var kinds = Gen.Elements(PolicyKind.User, PolicyKind.Operator);
        var policy = PolicyAbout(names, tables, ids);
        var limits = Gen.OneOf(tables, ids.Select(id => FieldTable.Of(new FieldEntry("max-queues", FieldValue.From(id)))));
        var autoDeleted = names.ArrayOf().Select(some => some.Take(3).ToImmutableArray());
        return
            from vhost in vhosts
            from command in Gen.OneOf(
                exchange.Select(MetadataCommand (made) => new ExchangeDeclared(vhost, made)),
                queue.Select(MetadataCommand (made) => new QueueDeclared(vhost, made)),
                binding.Select(MetadataCommand (made) => new BindingAdded(vhost, made)),
                names.Zip(autoDeleted, MetadataCommand (name, gone) => new ExchangeDeleted(vhost, name) { AutoDeleted = gone }),
                binding.Zip(autoDeleted, MetadataCommand (gone, others) => new BindingRemoved(vhost, gone) { AutoDeleted = others }),
                queue.Zip(autoDeleted, MetadataCommand (gone, others) =>
                    new QueueDeleted(vhost, gone.Name, gone.Id) { AutoDeleted = others }),
                policy.Zip(kinds, MetadataCommand (set, kind) => new PolicySet(vhost, kind, set)),
                names.Zip(kinds, MetadataCommand (name, kind) => new PolicyCleared(vhost, kind, name)),
                names.ArrayOf(3).Select(MetadataCommand (texts) => new ParameterSet(new Parameter(vhost, texts[0], texts[1], texts[2]))),
                names.ArrayOf(2).Select(MetadataCommand (texts) => new ParameterCleared(vhost, texts[0], texts[1])),
                limits.Select(MetadataCommand (set) => new VirtualHostLimitsSet(vhost, set)),
                names.Zip(limits, MetadataCommand (user, set) => new UserLimitsSet(user, set)),
                AccessAbout(vhost, names))
            select command;
    }

    private static Gen<MetadataCommand> AccessAbout(string vhost, Gen<string> names)
    {
        var tags = names.ArrayOf().Select(some => some.Take(3).ToImmutableArray());
        var definition =
            from description in names
            from words in tags
            from type in Gen.Elements(null, "quorum")
            from isTracing in Bit
            select new VirtualHostDefinition { Description = description, Tags = words, DefaultQueueType = type, IsTracing = isTracing };
        var user =
            from name in names
            from algorithm in names
            from bytes in Gen.Choose(0, byte.MaxValue).ArrayOf()
            from words in tags
            select new User(name, new PasswordHash(algorithm, [.. bytes.Select(static one => (byte)one)]), words);
        return Gen.OneOf(
            Gen.Constant<MetadataCommand>(new BrokerFounded()),
            definition.Select(MetadataCommand (set) => new VirtualHostSet(vhost, set)),
            Gen.Constant<MetadataCommand>(new VirtualHostDeleted(vhost)),
            user.Select(MetadataCommand (set) => new UserSet(set)),
            names.Select(MetadataCommand (gone) => new UserDeleted(gone)),
            names.ArrayOf(4).Select(MetadataCommand (of) => new PermissionSet(new UserPermission(of[0], vhost, of[1], of[2], of[3]))),
            names.Select(MetadataCommand (gone) => new PermissionCleared(vhost, gone)),
            names.ArrayOf(4).Select(MetadataCommand (of) => new TopicPermissionSet(new TopicPermission(of[0], vhost, of[1], of[2], of[3]))),
            names.Zip(Gen.OneOf(Gen.Constant<string?>(null), names.Select(string? (name) => name)), MetadataCommand (gone, exchange) =>
                new TopicPermissionCleared(vhost, gone, exchange)));
    }

    private static Gen<ExchangeDeclaration> ExchangeAbout(Gen<string> names, Gen<FieldTable> tables, Gen<int> ids) =>
        from name in names
        from type in Gen.Elements("direct", "fanout", "topic", "headers")
        from flags in Bit.ArrayOf(2)
        from contentsId in Gen.OneOf(Gen.Constant(0), ids)
        from arguments in tables
        select new ExchangeDeclaration
        {
            Name = name,
            Type = ExchangeType.Get(type),
            IsDurable = true,
            IsAutoDelete = flags[0],
            IsInternal = flags[1],
            ContentsId = contentsId,
            Arguments = arguments,
        };

    private static Gen<Policy> PolicyAbout(Gen<string> names, Gen<FieldTable> tables, Gen<int> ids) =>
        from name in names
        from pattern in names
        from number in ids
        from appliesTo in Gen.Elements(PolicySubjects.All, PolicySubjects.Queues, PolicySubjects.Exchanges)
        from definition in tables
        select new Policy
        {
            Name = name,
            Pattern = pattern,
            Priority = number / 2.0,
            AppliesTo = appliesTo,
            Definition = definition,
            TtlSince = number,
        };
}
