using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>A setting that policies may have.</summary>
/// <param name="Name">Its name in a definition.</param>
/// <param name="IsValid">Whether a value will do.</param>
/// <param name="Flaw">What follows a value that will not, in RabbitMQ's words.</param>
/// <param name="Merge">What holds when both kinds of policy have it.</param>
/// <param name="NotFor">Queue types a policy does not apply to, with all it has, when it has this.</param>
internal sealed record PolicyKey(
    string Name,
    Func<FieldValue, bool> IsValid,
    string Flaw,
    PolicyMerge Merge = PolicyMerge.UsersOnly,
    PolicySubjects NotFor = PolicySubjects.None);
