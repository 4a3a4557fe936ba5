using System.Text.Json;
using AmqpBroker.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NUnit.Framework;

namespace AmqpBroker.Tests.Logging;

public sealed class FormatterTests
{
    private static readonly StoppedClock Clock = new(new DateTimeOffset(2026, 2, 3, 4, 5, 6, 7, TimeSpan.Zero));

    [Test]
    public void A_line_has_time_level_category_and_text()
        => Assert.That(
            Write(new LineFormatter(Clock, new Terminal(hasColours: false)), LogLevel.Information, "connection opened"),
            Is.EqualTo("2026-02-03 04:05:06.007Z info  AmqpConnection: connection opened" + Environment.NewLine));

    [Test]
    public void Colours_come_only_to_a_terminal()
        => Assert.That(
            Write(new LineFormatter(Clock, new Terminal(hasColours: true)), LogLevel.Error, "x"),
            Does.Contain("\e[31merror\e[0m"));

    [Test]
    public void A_name_chosen_by_a_client_cannot_forge_a_line()
        => Assert.That(
            Write(new LineFormatter(Clock, new Terminal(hasColours: false)), LogLevel.Warning, "queue a\r\n2026 info: fine\e[2J\tend"),
            Does.EndWith("queue a | 2026 info: fine\\u001b[2J end" + Environment.NewLine));

    [Test]
    public void An_exception_stays_on_its_line()
    {
        var line = Write(new LineFormatter(Clock, new Terminal(hasColours: false)), LogLevel.Error, "failed", new IOException("disk\nfull"));

        Assert.That(line.TrimEnd(), Does.EndWith("AmqpConnection: failed | System.IO.IOException: disk | full"));
    }

    [Test]
    public void A_JSON_entry_is_one_object_with_the_values_of_the_message()
    {
        var entry = new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(
            LogLevel.Warning,
            "AmqpBroker.Server.AmqpConnection",
            new EventId(2003),
            [new("Connection", "127.0.0.1:1"), new("ReplyCode", 404), new("{OriginalFormat}", "…")],
            null,
            (_, _) => "a\n\"b\"");

        var text = new StringWriter();
        new JsonFormatter(Clock).Write(in entry, null, text);

        using var json = JsonDocument.Parse(text.ToString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.ToString().TrimEnd(), Does.Not.Contain('\n'));
            Assert.That(json.RootElement.GetProperty("time").GetString(), Is.EqualTo("2026-02-03T04:05:06.007Z"));
            Assert.That(json.RootElement.GetProperty("level").GetString(), Is.EqualTo("warn"));
            Assert.That(json.RootElement.GetProperty("event").GetInt32(), Is.EqualTo(2003));
            Assert.That(json.RootElement.GetProperty("message").GetString(), Is.EqualTo("a\n\"b\""));
            Assert.That(json.RootElement.GetProperty("values").GetRawText(), Is.EqualTo("""{"Connection":"127.0.0.1:1","ReplyCode":404}"""));
        }
    }

    private static string Write(ConsoleFormatter formatter, LogLevel level, string message, Exception? exception = null)
    {
        var text = new StringWriter();
        formatter.Write(new LogEntry<string>(level, "AmqpBroker.Server.AmqpConnection", default, message, exception, (state, _) => state), null, text);
        return text.ToString();
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
