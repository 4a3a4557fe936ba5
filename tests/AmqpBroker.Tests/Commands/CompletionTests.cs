using System.Diagnostics;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Commands;

public sealed class CompletionTests
{
    [TestCase("amqpbroker ctl list_q", "list_queues")]
    [TestCase("amqpbroker ctl list_queues messages_r", "messages_ready")]
    [TestCase("amqpbroker ctl list_queues --format j", "json")]
    [TestCase("amqpbroker ctl set_user_tags ann pol", "policymaker")]
    [TestCase("amqpbroker stor", "storage")]
    public async Task The_program_itself_knows_what_a_line_may_go_on_with(string line, string expected)
    {
        var end = await RunAsync($"[suggest:{line.Length}]", line);

        Assert.That(end.ExitCode, Is.Zero, end.Errors);
        Assert.That(end.Output.Split('\n'), Does.Contain(expected));
    }

    [Test]
    public async Task Bash_completes_by_its_script()
    {
        using var directory = new TemporaryDirectory();
        var script = directory.Write("completion.bash", (await RunAsync("completion", "bash")).Output);
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            $$"""
            set -e
            amqpbroker() { dotnet '{{Path.Combine(AppContext.BaseDirectory, "amqpbroker.dll")}}' "$@"; }
            source '{{script}}'
            COMP_LINE='amqpbroker ctl list_q' COMP_POINT=21 COMP_WORDS=(amqpbroker ctl list_q) COMP_CWORD=2
            _amqpbroker
            echo "${COMPREPLY[@]}"
            """);

        using var bash = Process.Start(start)!; // a process of its own, never null
        var output = await bash.StandardOutput.ReadToEndAsync();

        Assert.That(output.Trim(), Is.EqualTo("list_queues"));
    }

    [TestCase("zsh", "compdef _amqpbroker amqpbroker")]
    [TestCase("fish", "complete -f -c amqpbroker")]
    public async Task Other_shells_have_theirs(string shell, string text)
        => Assert.That((await RunAsync("completion", shell)).Output, Does.Contain(text));

    private static async Task<ProcessEnd> RunAsync(params string[] arguments)
    {
        using var directory = new TemporaryDirectory();
        using var process = new BrokerProcess(directory.Path, arguments);
        return await process.WaitAsync();
    }
}
