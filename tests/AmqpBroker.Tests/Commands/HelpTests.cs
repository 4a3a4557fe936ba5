using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Commands;

public sealed class HelpTests
{
    private TemporaryDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [TestCase("--help", "amqpbroker [command] [options]")]
    [TestCase("serve --help", "amqpbroker serve [options]")]
    [TestCase("perf --help", "amqpbroker perf [options]")]
    [TestCase("ctl --help", "amqpbroker ctl [command] [options]")]
    [TestCase("ctl list_queues --help", "amqpbroker ctl list_queues [<column>...] [options]")]
    [TestCase("storage --help", "amqpbroker storage [command] [options]")]
    [TestCase("storage inspect --help", "amqpbroker storage inspect <DIR> [options]")]
    public async Task Every_command_has_its_own_whatever_else_is_missing(string line, string usage)
    {
        var end = await RunAsync(line);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero);
            Assert.That(end.Output, Does.Contain(usage));
            Assert.That(end.Errors, Is.Empty);
        }
    }

    [TestCase("--help", "Amqp:Port")]
    [TestCase("serve --help", "Amqp:Port")]
    [TestCase("perf --help", "[default: text]")]
    public async Task It_names_settings_and_defaults_as_they_are_written(string line, string text) =>
        Assert.That((await RunAsync(line)).Output, Does.Contain(text));

    [TestCase("--nonsense", "amqpbroker: see amqpbroker --help")]
    [TestCase("perf --nonsense", "amqpbroker: see amqpbroker perf --help")]
    [TestCase("storage inspect", "amqpbroker: see amqpbroker storage inspect --help")]
    public async Task A_wrong_line_names_the_help_of_the_command_that_was_meant(string line, string hint)
    {
        var end = await RunAsync(line);

        Assert.That((end.ExitCode, end.ErrorLines[^1]), Is.EqualTo((2, hint)));
    }

    private async Task<ProcessEnd> RunAsync(string line)
    {
        using var process = new BrokerProcess(_directory.Path, line.Split(' '));
        return await process.WaitAsync();
    }
}
