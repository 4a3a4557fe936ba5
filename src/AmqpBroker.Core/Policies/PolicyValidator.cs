using System.Diagnostics.CodeAnalysis;

namespace AmqpBroker.Core.Policies;

/// <summary>Judges a policy as someone wants it.</summary>
internal static class PolicyValidator
{
    /// <summary>Makes a policy of what was asked for.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="policy">The policy, when nothing is wrong.</param>
    /// <param name="flaws">What is wrong, in RabbitMQ's words and order.</param>
    public static bool TryMake(
        PolicyKind kind, string name, PolicyRequest request, [NotNullWhen(true)] out Policy? policy, out IReadOnlyList<string> flaws)
    {
        var found = new List<string>();
        Note(PolicyDefinition.Validate(kind, request.Definition));
        Note(ReadSubjects(request, out var subjects));
        Note(ReadPattern(request, out var pattern));
        Note(ReadPriority(request, out var priority));
        flaws = found;
        policy = found.Count > 0 ? null : new Policy
        {
            Name = name,
            Pattern = pattern,
            Priority = priority,
            AppliesTo = subjects,
            Definition = request.Definition,
        };
        return policy is not null;

        void Note(string? flaw)
        {
            if (flaw is not null)
            {
                found.Add(flaw);
            }
        }
    }

    private static string? ReadSubjects(PolicyRequest request, out PolicySubjects subjects)
    {
        subjects = default;
        var word = request.AppliesTo.TryGetString(out var text) ? text : PolicyTerm.Of(request.AppliesTo);
        return PolicySubjectNames.TryParse(word, out subjects)
            ? null
            : $"apply-to '{word}' unrecognised; should be 'queues', 'exchanges' or 'all'";
    }

    private static string? ReadPattern(PolicyRequest request, out string pattern)
    {
        if (!request.Pattern.TryGetString(out var text))
        {
            pattern = string.Empty;
            return $"pattern should be a binary but was {PolicyTerm.Of(request.Pattern)}";
        }

        pattern = text;
        return PolicyPattern.TryParse(text, out _, out var flaw) ? null : $"pattern should be regular expression but is invalid: {flaw}";
    }

    private static string? ReadPriority(PolicyRequest request, out double priority)
    {
        if (request.Priority.TryGetInteger(out var integer))
        {
            priority = integer;
            return null;
        }

        return request.Priority.TryGetDouble(out priority) && double.IsFinite(priority)
            ? null
            : $"priority should be a number, actually was {PolicyTerm.Of(request.Priority)}";
    }
}
