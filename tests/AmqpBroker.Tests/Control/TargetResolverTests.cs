using AmqpBroker.Control;
using AmqpBroker.Control.Api;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Control;

public sealed class TargetResolverTests
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private TemporaryDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [Test]
    public void Without_any_word_guest_asks_this_machine()
    {
        var target = Resolve(new());

        Assert.That((target.Url.AbsoluteUri, target.User, target.Password), Is.EqualTo(("http://localhost:15672/", "guest", "guest")));
    }

    [Test]
    public void The_command_line_counts_before_the_environment_and_that_before_the_file()
    {
        var file = _directory.Write("ctl.conf", "url = http://file:1\nuser = filed\npassword = 'from # file'\n");
        _environment[TargetResolver.UrlVariable] = "http://environment:2";
        _environment[TargetResolver.UserVariable] = "env";

        var target = Resolve(new() { ConfigFile = file, Url = "line:3" });

        Assert.That((target.Url.AbsoluteUri, target.User, target.Password), Is.EqualTo(("http://line:3/", "env", "from # file")));
    }

    [Test]
    public void The_file_in_its_usual_place_is_found()
    {
        Directory.CreateDirectory(Path.Combine(_directory.Path, "amqpbroker"));
        File.WriteAllText(Path.Combine(_directory.Path, "amqpbroker", "ctl.conf"), "user = ann\npassword = x\n");
        _environment["XDG_CONFIG_HOME"] = _directory.Path;

        Assert.That(Resolve(new()).User, Is.EqualTo("ann"));
    }

    [Test]
    public void A_URL_may_carry_user_and_password_which_are_not_shown()
    {
        var target = Resolve(new() { Url = "https://ann:p%40ss@broker.example/prefix" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((target.User, target.Password), Is.EqualTo(("ann", "p@ss")));
            Assert.That(target.Url.AbsoluteUri, Is.EqualTo("https://broker.example/prefix"));
            Assert.That(target.ToString(), Is.EqualTo("ann at https://broker.example/prefix"));
        }
    }

    [Test]
    public void A_password_is_read_from_a_file()
        => Assert.That(Resolve(new() { User = "ann", PasswordFile = _directory.Write("p", "secret\n") }).Password, Is.EqualTo("secret"));

    [Test]
    public void Whoever_sits_there_is_asked_for_a_missing_password()
        => Assert.That(new TargetResolver(_ => null, question => question + "typed").Resolve(new() { User = "ann" }).Password, Is.EqualTo("Password of ann: typed"));

    [TestCase("ftp://x", null, null, "'ftp://x' is not the URL of a management API, such as http://localhost:15672")]
    [TestCase(null, "ann", null, "no password for ann: set AMQPBROKER_CTL_PASSWORD, or name a file with --password-file")]
    [TestCase(null, null, "/nowhere/ctl.conf", "cannot read --config-file /nowhere/ctl.conf: ")]
    public void What_is_wrong_is_said_in_a_line(string? url, string? user, string? file, string message)
    {
        var exception = Assert.Throws<CtlException>(() => Resolve(new() { Url = url, User = user, ConfigFile = file }));

        Assert.That(exception.Message, Does.StartWith(message));
        Assert.That(exception.ExitCode, Is.EqualTo(78));
    }

    [Test]
    public void An_unknown_key_in_the_file_is_told_with_its_line()
    {
        var file = _directory.Write("ctl.conf", "\nhost = x\n");

        var exception = Assert.Throws<CtlException>(() => Resolve(new() { ConfigFile = file }));

        Assert.That(exception.Message, Is.EqualTo($"{file}:2: unknown key host; there is url, user, password, cacert"));
    }

    private ApiTarget Resolve(GivenTarget given) => new TargetResolver(name => _environment.GetValueOrDefault(name), readPassword: null).Resolve(given);
}
