using System.CommandLine;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control;

/// <summary>The options that every command of <c>ctl</c> has.</summary>
internal sealed class CtlOptions
{
    private const string TableFormat = "table";
    private const string PrettyTable = "pretty_table";

    private readonly Option<string?> _url = new("--url") { Description = "The management API [default: http://localhost:15672]", HelpName = "URL", Recursive = true };
    private readonly Option<string?> _user = new("--user", "-u") { Description = "Who logs in [default: guest]", HelpName = "NAME", Recursive = true };
    private readonly Option<string?> _password = new("--password") { Description = "Others on this machine can see it: prefer the environment, a file or the prompt", HelpName = "PASSWORD", Recursive = true };
    private readonly Option<string?> _passwordFile = new("--password-file") { Description = "A file whose first line is the password; - is the standard input", HelpName = "FILE", Recursive = true };
    private readonly Option<string?> _configFile = new("--config-file") { Description = "Where url, user, password, cacert are set as key = value [default: ~/.config/amqpbroker/ctl.conf]", HelpName = "FILE", Recursive = true };
    private readonly Option<string?> _authority = new("--cacert") { Description = "PEM file of the authorities to trust instead of the system's", HelpName = "FILE", Recursive = true };
    private readonly Option<double> _timeout = new("--timeout", "-t") { Description = "Seconds to wait for an answer", HelpName = "SECONDS", Recursive = true, DefaultValueFactory = _ => 60 };
    private readonly Option<string?> _format = new("--format", "-f") { Description = "Form of lists [default: table on a terminal, else tsv]", Recursive = true };
    private readonly Option<string?> _formatter = new("--formatter") { Description = "The same by RabbitMQ's names, where table is tsv", Recursive = true };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only what was asked for", Recursive = true };
    private readonly Option<bool> _silent = new("--silent", "-s") { Description = "The same without headers", Recursive = true };
    private readonly Option<bool> _noHeaders = new("--no-table-headers") { Description = "No headers", Recursive = true, Hidden = true };

    public CtlOptions()
    {
        _format.AcceptOnlyFromAmong(TableFormat, "tsv", "csv", "json");
        _formatter.AcceptOnlyFromAmong(TableFormat, PrettyTable, "csv", "json");
        _timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (> 0 and < 86_400))
            {
                result.AddError("--timeout is not a number of seconds");
            }
        });
    }

    public IEnumerable<Option> All =>
        [_url, _user, _password, _passwordFile, _configFile, _authority, _timeout, _format, _formatter, _quiet, _silent, _noHeaders];

    public GivenTarget ReadTarget(ParseResult line) => new()
    {
        Url = line.GetValue(_url),
        User = line.GetValue(_user),
        Password = line.GetValue(_password),
        PasswordFile = line.GetValue(_passwordFile),
        ConfigFile = line.GetValue(_configFile),
        Authority = line.GetValue(_authority),
        Timeout = TimeSpan.FromSeconds(line.GetValue(_timeout)),
    };

    public CtlOutput CreateOutput(ParseResult line, TextWriter writer, bool isTerminal)
    {
        var verbosity = line.GetValue(_silent) || line.GetValue(_noHeaders) ? Verbosity.Silent
            : line.GetValue(_quiet) ? Verbosity.Quiet
            : Verbosity.Normal;
        return new(writer, ReadFormat(line, isTerminal), verbosity, isTerminal ? WindowWidth() : CtlOutput.AnyWidth);
    }

    /// <summary>Some terminals do not tell it, or say 0.</summary>
    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : CtlOutput.AnyWidth;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return CtlOutput.AnyWidth;
        }
    }

    private OutputFormat ReadFormat(ParseResult line, bool isTerminal) => (line.GetValue(_format), line.GetValue(_formatter)) switch
    {
        (TableFormat, _) or (null, PrettyTable) => OutputFormat.Table,
        ("json", _) or (null, "json") => OutputFormat.Json,
        ("csv", _) or (null, "csv") => OutputFormat.Csv,
        (null, null) when isTerminal => OutputFormat.Table,
        _ => OutputFormat.Tsv,
    };
}
