using AmqpBroker.Configuration.RabbitMq;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Configuration.RabbitMq;

public sealed class ConfFilesTests
{
    private readonly List<string> _mistakes = [];
    private TemporaryDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [Test]
    public void A_directory_stands_for_its_conf_files_by_name()
    {
        var second = _directory.Write("20-more.conf", "");
        var first = _directory.Write("10-base.conf", "");
        _directory.Write("30.conf.bak", "");

        Assert.That(Find([_directory.Path]), Is.EqualTo(new[] { first, second }));
    }

    [Test]
    public void The_command_line_counts_instead_of_the_environment()
    {
        var named = _directory.Write("a.conf", "");
        var other = _directory.Write("b.conf", "");

        Assert.That(Find([named], (ConfFiles.FileVariable, other)), Is.EqualTo(new[] { named }));
    }

    [Test]
    public void The_environment_names_a_file_with_or_without_its_extension_and_more_of_them()
    {
        var main = _directory.Write("rabbitmq.conf", "");
        var more = Directory.CreateDirectory(Path.Combine(_directory.Path, "conf.d"));
        var extra = Path.Combine(more.FullName, "x.conf");
        File.WriteAllText(extra, "");

        var withoutExtension = Find([], (ConfFiles.FileVariable, main[..^".conf".Length]), (ConfFiles.FilesVariable, more.FullName));
        var byPattern = Find([], (ConfFiles.FileVariable, main), (ConfFiles.FilesVariable, more.FullName + "/*.conf"));

        Assert.That(withoutExtension, Is.EqualTo(new[] { main, extra }));
        Assert.That(byPattern, Is.EqualTo(new[] { main, extra }));
    }

    [Test]
    public void Without_any_name_nothing_is_read() => Assert.That(Find([]), Is.Empty);

    [Test]
    public void A_name_that_leads_nowhere_is_a_mistake()
    {
        Find(["/nowhere/rabbitmq.conf"]);
        Find([], (ConfFiles.FileVariable, "/nowhere/advanced.config"));

        Assert.That(_mistakes, Is.EqualTo(new[]
        {
            "--config names /nowhere/rabbitmq.conf, which is not there",
            "RABBITMQ_CONFIG_FILE names /nowhere/advanced.conf, which is not there",
        }));
    }

    [Test]
    public void Files_of_Erlang_terms_are_refused()
    {
        Find([_directory.Write("advanced.config", "[].")]);

        Assert.That(_mistakes, Has.Count.EqualTo(1).And.One.Contains("a file of Erlang terms"));
    }

    private IReadOnlyList<string> Find(string[] named, params (string Name, string Value)[] environment)
        => ConfFiles.Find(named, name => environment.FirstOrDefault(variable => variable.Name == name).Value, _mistakes);
}
