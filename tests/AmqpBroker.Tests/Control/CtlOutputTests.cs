using System.Text.Json;
using AmqpBroker.Control.Output;
using NUnit.Framework;

namespace AmqpBroker.Tests.Control;

public sealed class CtlOutputTests
{
    private static readonly Column[] Columns = [.. Column.Plain("name", "messages", "arguments", "policy")];

    private readonly StringWriter _written = new() { NewLine = "\n" };

    [Test]
    public void Tabs_separate_columns_as_in_RabbitMQs_tools()
    {
        WriteQueues(OutputFormat.Tsv, Verbosity.Normal);

        Assert.That(_written.ToString(), Is.EqualTo(
            "Listing queues ...\n"
            + "name\tmessages\targuments\tpolicy\n"
            + "bücher 世\t0\t[]\t\n"
            + "a\\tb\\n\t12\t[{\"x-dead-letter-exchange\",\"d\"},{\"x-max-length\",10}]\tp1\n"));
    }

    [Test]
    public void Quiet_leaves_the_header_and_silent_only_the_rows()
    {
        WriteQueues(OutputFormat.Tsv, Verbosity.Quiet);
        var quiet = _written.ToString();
        _written.GetStringBuilder().Clear();
        WriteQueues(OutputFormat.Tsv, Verbosity.Silent);

        Assert.That(quiet, Does.StartWith("name\t"));
        Assert.That(_written.ToString(), Does.StartWith("bücher 世\t"));
    }

    [Test]
    public void Values_in_quotes_keep_what_is_in_them()
    {
        WriteQueues(OutputFormat.Csv, Verbosity.Normal);

        Assert.That(_written.ToString(), Is.EqualTo(
            "\"name\",\"messages\",\"arguments\",\"policy\"\n"
            + "\"bücher 世\",\"0\",\"[]\",\"\"\n"
            + "\"a\tb\n\",\"12\",\"[{\"\"x-dead-letter-exchange\"\",\"\"d\"\"},{\"\"x-max-length\"\",10}]\",\"p1\"\n"));
    }

    [Test]
    public void JSON_is_an_array_of_an_object_a_line_and_nothing_else()
    {
        WriteQueues(OutputFormat.Json, Verbosity.Normal);

        Assert.That(_written.ToString(), Is.EqualTo(
            "[\n"
            + """{"name":"bücher 世","messages":0,"arguments":{},"policy":null}""" + "\n"
            + """,{"name":"a\tb\n","messages":12,"arguments":{"x-dead-letter-exchange":"d","x-max-length":10},"policy":"p1"}""" + "\n"
            + "]\n"));
    }

    [Test]
    public void A_table_has_columns_as_wide_as_what_they_show_and_numbers_to_the_right()
    {
        WriteQueues(OutputFormat.Table, Verbosity.Normal);

        Assert.That(_written.ToString().Split('\n'), Is.EqualTo(new[]
        {
            "Listing queues ...",
            "  name        messages   arguments                                              policy",
            "────────────────────────────────────────────────────────────────────────────────────────",
            "  bücher 世          0   []",
            "  a\\tb\\n            12   [{\"x-dead-letter-exchange\",\"d\"},{\"x-max-length\",10}]   p1",
            "",
        }));
    }

    [TestCase(OutputFormat.Tsv, "name\tmessages\targuments\tpolicy\n")]
    [TestCase(OutputFormat.Csv, "\"name\",\"messages\",\"arguments\",\"policy\"\n")]
    [TestCase(OutputFormat.Json, "[\n]\n")]
    public void A_list_of_nothing_is_its_header(object format, string expected)
    {
        Create((OutputFormat)format, Verbosity.Quiet).Rows(Columns, []);

        Assert.That(_written.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Markup_in_names_is_text()
    {
        Create(OutputFormat.Table, Verbosity.Silent).Rows([.. Column.Plain("name")], [new([JsonSerializer.SerializeToElement("[red]x[/]")])]);

        Assert.That(_written.ToString().Trim(), Is.EqualTo("[red]x[/]"));
    }

    [TestCase("""["administrator","monitoring"]""", "tags", "[administrator, monitoring]")]
    [TestCase("[]", "tags", "[]")]
    [TestCase("""{"max-length":1}""", "definition", """{"max-length":1}""")]
    [TestCase("""{"a":{"b":true},"c":["x",1],"d":"q\"\\"}""", "arguments", """[{"a",[{"b",true}]},{"c",["x",1]},{"d","q\"\\"}]""")]
    [TestCase("true", "durable", "true")]
    [TestCase("0.5", "consumer_utilisation", "0.5")]
    [TestCase("null", "policy", "")]
    public void Values_are_written_as_RabbitMQs_tools_write_them(string value, string column, string expected)
    {
        using var document = JsonDocument.Parse(value);

        Create(OutputFormat.Tsv, Verbosity.Silent).Rows([.. Column.Plain(column)], [new([document.RootElement])]);

        Assert.That(_written.ToString(), Is.EqualTo(expected + "\n"));
    }

    private void WriteQueues(OutputFormat format, Verbosity verbosity)
    {
        using var document = JsonDocument.Parse(
            """
            [
              { "name": "bücher 世", "messages": 0, "arguments": [], "policy": null },
              { "name": "a\tb\n", "messages": 12, "arguments": { "x-dead-letter-exchange": "d", "x-max-length": 10 }, "policy": "p1" }
            ]
            """);
        var output = Create(format, verbosity);
        output.Banner("Listing queues ...");
        output.Rows(Columns, [.. document.RootElement.EnumerateArray().Select(item => new Row([.. Columns.Select(column => column.ValueIn(item))]))]);
    }

    private CtlOutput Create(OutputFormat format, Verbosity verbosity) => new(_written, format, verbosity, CtlOutput.AnyWidth);
}
