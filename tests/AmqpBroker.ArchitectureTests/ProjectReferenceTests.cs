using NUnit.Framework;

namespace AmqpBroker.ArchitectureTests;

/// <summary>Which project may refer to which: arrows point one way.</summary>
public sealed class ProjectReferenceTests
{
    private const string Core = "AmqpBroker.Core";
    private const string Executable = "AmqpBroker";
    private const string Management = "AmqpBroker.Management";
    private const string Protocol = "AmqpBroker.Protocol";
    private const string Server = "AmqpBroker.Server";
    private const string Storage = "AmqpBroker.Storage";

    private static readonly Dictionary<string, string[]> References = new()
    {
        [Protocol] = [],
        [Storage] = [],
        [Core] = [Protocol, Storage],
        [Server] = [Core, Protocol],
        [Management] = [Core],
    };

    [Test]
    public void Every_project_refers_to_those_below_it_and_no_others()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var project in ProjectFile.Under("src").Where(project => project.Name != Executable))
            {
                Assert.That(References, Does.ContainKey(project.Name), "decide what it may refer to, and add it here");
                Assert.That(project.ProjectReferences, Is.EquivalentTo(References[project.Name]), project.Name);
            }
        }
    }

    [Test]
    public void Only_the_executable_may_refer_to_everything()
    {
        var executable = ProjectFile.Under("src").Single(project => project.Name == Executable);

        Assert.That(executable.ProjectReferences, Is.SubsetOf(References.Keys).And.Contains(Server));
    }

    [TestCase(Protocol)]
    [TestCase(Storage)]
    public void The_foundation_needs_no_packages(string name)
    {
        var project = ProjectFile.Under("src").Single(project => project.Name == name);

        Assert.That(project.PackageReferences, Is.Empty);
    }

    [Test]
    public void No_test_project_is_referred_to_by_the_product()
    {
        var tests = ProjectFile.Under("tests").Select(project => project.Name).ToHashSet();

        var referred = ProjectFile.Under("src").SelectMany(project => project.ProjectReferences).Where(tests.Contains);

        Assert.That(referred, Is.Empty);
    }

    [Test]
    public void The_conformance_suite_knows_no_project_of_the_broker()
    {
        var suite = ProjectFile.Under("conformance").Single();

        Assert.That(suite.ProjectReferences, Is.Empty);
    }

    [Test]
    public void Every_project_with_code_has_its_tests()
    {
        var tests = ProjectFile.Under("tests").Select(project => project.Name).ToHashSet();

        // The executable is tested as a process, by the integration tests.
        var untested = ProjectFile.Under("src")
            .Where(project => project.HasCode && project.Name != Executable)
            .Select(project => project.Name)
            .Where(name => !tests.Contains($"{name}.Tests"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(untested, Is.Empty);
            Assert.That(tests, Does.Contain("AmqpBroker.IntegrationTests"));
        }
    }
}
