using System.Collections.Frozen;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Policies;

/// <summary>The words that "apply-to" knows.</summary>
public static class PolicySubjectNames
{
    private static readonly FrozenDictionary<string, PolicySubjects> Known = new Dictionary<string, PolicySubjects>(StringComparer.Ordinal)
    {
        ["all"] = PolicySubjects.All,
        ["queues"] = PolicySubjects.Queues,
        ["classic_queues"] = PolicySubjects.ClassicQueues,
        ["quorum_queues"] = PolicySubjects.QuorumQueues,
        ["streams"] = PolicySubjects.Streams,
        ["exchanges"] = PolicySubjects.Exchanges,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds what a word of "apply-to" stands for; case matters.</summary>
    public static bool TryParse(string name, out PolicySubjects subjects) => Known.TryGetValue(name, out subjects);

    /// <summary>The word for what a policy applies to.</summary>
    public static string ToName(this PolicySubjects subjects) =>
        Known.FirstOrDefault(known => known.Value == subjects).Key ?? throw new ArgumentOutOfRangeException(nameof(subjects), subjects, "has no name");

    internal static PolicySubjects Of(QueueDeclaration declaration) => QueueTypes.Of(declaration.Arguments) switch
    {
        QueueType.Quorum => PolicySubjects.QuorumQueues,
        QueueType.Stream => PolicySubjects.Streams,
        _ => PolicySubjects.ClassicQueues,
    };
}
