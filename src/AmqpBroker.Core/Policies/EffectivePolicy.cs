using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>What policies say of one object: one policy of its users, one of the operator, both or neither. Published: never changes.</summary>
public sealed class EffectivePolicy
{
    /// <summary>More than a hundred years.</summary>
    private const long LongestDuration = 1L << 42;

    private readonly PolicyRule? _user;
    private readonly PolicyRule? _operator;
    private QueueSettings? _plain;

    internal EffectivePolicy(PolicyRule? user, PolicyRule? ofOperator)
    {
        _user = user;
        _operator = ofOperator;
        Definition = (user, ofOperator) switch
        {
            (null, null) => FieldTable.Empty,
            (null, { } one) => one.Policy.Definition,
            ({ } one, null) => one.Policy.Definition,
            var (one, other) => PolicyDefinition.Merge(one.Policy.Definition, other.Policy.Definition),
        };
    }

    /// <summary>No policy.</summary>
    public static EffectivePolicy None { get; } = new(null, null);

    /// <summary>The users' policy that holds; null for none.</summary>
    public Policy? User => _user?.Policy;

    /// <summary>The operator's policy that holds; null for none.</summary>
    public Policy? Operator => _operator?.Policy;

    /// <summary>The settings of both in one, without the object's own arguments.</summary>
    public FieldTable Definition { get; }

    internal bool IsOf(PolicyRule? user, PolicyRule? ofOperator) => ReferenceEquals(user, _user) && ReferenceEquals(ofOperator, _operator);

    internal PolicyRule? RuleOf(PolicyKind kind) => kind == PolicyKind.User ? _user : _operator;

    /// <summary>A setting that is a number; null when it is not there.</summary>
    internal long? Number(string key) => Definition.TryGet(key, out var value) && value.TryGetInteger(out var number) ? number : null;

    /// <summary>A setting that is a time in milliseconds; null when it is not there. Policies may say more than can be added to a time.</summary>
    internal long? Duration(string key) => Number(key) is { } milliseconds ? Math.Min(milliseconds, LongestDuration) : null;

    /// <summary>A setting that is a string; null when it is not there.</summary>
    internal string? Text(string key) => Definition.TryGet(key, out var value) && value.TryGetString(out var text) ? text : null;

    /// <summary>Since when the message-ttl of <see cref="Definition"/> holds, in Unix milliseconds.</summary>
    internal long TtlSince
    {
        get
        {
            var ttl = Number(PolicyKeys.MessageTtl);
            return ttl is null ? 0 : TtlOf(User) == ttl ? User!.TtlSince : Operator!.TtlSince; // one of the two has it
        }
    }

    /// <summary>What a queue's arguments and policies come to.</summary>
    internal QueueSettings ToSettings(FieldTable arguments)
    {
        // A hundred thousand queues without arguments share what they are told.
        if (arguments.Count == 0)
        {
            return _plain ??= QueueSettings.Of(arguments, this);
        }

        return QueueSettings.Of(arguments, this);
    }

    private static long? TtlOf(Policy? policy) =>
        policy is not null && policy.Definition.TryGet(PolicyKeys.MessageTtl, out var value) && value.TryGetInteger(out var ttl) ? ttl : null;
}
