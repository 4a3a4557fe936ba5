using System.Text.RegularExpressions;
using NUnit.Framework;

namespace AmqpBroker.ArchitectureTests;

/// <summary>What no file of the project may say.</summary>
public sealed partial class SourceTextTests
{
    [Test]
    public void No_file_knows_the_machine_it_was_written_on() => AssertNoneSays(MachinePath(), SourceTree.Files());

    [Test]
    public void No_file_leaves_work_for_later() => AssertNoneSays(WorkForLater(), SourceTree.Files().Where(file => SourceTree.IsCode(file.Path)));

    private static void AssertNoneSays(Regex forbidden, IEnumerable<(string Path, string Text)> files)
    {
        var found = files
            .Select(file => (file.Path, Match: forbidden.Match(file.Text)))
            .Where(file => file.Match.Success)
            .Select(file => $"{file.Path}: {file.Match.Value}");

        Assert.That(found, Is.Empty);
    }

    // The brackets keep the patterns from finding themselves.
    [GeneratedRegex(@"(?<![\w.*])/(wor[k]|hom[e]|roo[t])/\w|\.\./share[d]\b|\b[A-Z]:\\User[s]\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(TOD[O]|FIXM[E])\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex WorkForLater();
}
