using System.CommandLine;
using System.Text.Json;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>A command that lists objects: where they are asked for, what they can show, what they show by default.</summary>
internal sealed class ListCommand
{
    private readonly Argument<string[]> _columns = new("column") { Description = "What to show", Arity = ArgumentArity.ZeroOrMore, HelpName = "COLUMN" };
    private readonly Dictionary<string, Column> _known;
    private readonly string[] _defaults;

    /// <param name="defaults">Names of columns shown when none is asked for.</param>
    /// <param name="columns">All there are.</param>
    public ListCommand(string[] defaults, params IEnumerable<Column> columns)
    {
        _known = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        _defaults = defaults;
        _columns.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.SelectMany(token => Split(token.Value)).Where(name => !_known.ContainsKey(name)))
            {
                result.AddError($"there is no column {token}; there is {string.Join(", ", _known.Keys)}");
            }
        });
        _columns.CompletionSources.Add([.. _known.Keys]);
    }

    public Argument<string[]> Columns => _columns;

    /// <summary>A command that shows all objects of a kind.</summary>
    /// <param name="factory">Makes it.</param>
    /// <param name="name">As RabbitMQ calls it.</param>
    /// <param name="description">For the help.</param>
    /// <param name="banner">Said first.</param>
    /// <param name="path">Where the objects are.</param>
    /// <param name="symbols">What may be given, such as <see cref="Columns"/>.</param>
    public Command Everywhere(CtlCommandFactory factory, string name, string description, string banner, string path, params IEnumerable<Symbol> symbols)
        => factory.Create(
            name,
            description,
            (session, line, cancellationToken) =>
            {
                session.Output.Banner(banner);
                return RunAsync(session, line, path, Missing.Function, cancellationToken);
            },
            symbols);

    /// <summary>A command that shows those in a virtual host, which is an option of it.</summary>
    /// <param name="factory">Makes it.</param>
    /// <param name="name">As RabbitMQ calls it.</param>
    /// <param name="description">For the help.</param>
    /// <param name="banner">Said first, the virtual host in the place of <c>{0}</c>.</param>
    /// <param name="path">Where the objects of a virtual host are.</param>
    /// <param name="symbols">What may be given, such as <see cref="Columns"/>.</param>
    public Command InVhost(CtlCommandFactory factory, string name, string description, string banner, Func<string, string> path, params IEnumerable<Symbol> symbols)
    {
        var vhost = CtlArguments.Vhost();
        return factory.Create(
            name,
            description,
            (session, line, cancellationToken) =>
            {
                var inside = line.GetRequiredValue(vhost);
                session.Output.Banner(banner.Replace("{0}", inside, StringComparison.Ordinal));
                return RunAsync(session, line, path(inside), Missing.Vhost(inside), cancellationToken);
            },
            [.. symbols, vhost]);
    }

    /// <summary>Asks for the objects and writes a row for each.</summary>
    /// <param name="session">Whom to ask, where to write.</param>
    /// <param name="line">Says which columns.</param>
    /// <param name="path">Where the objects are.</param>
    /// <param name="missing">Said when there is no such path.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="keep">Which of the objects count; null for all.</param>
    public async Task RunAsync(
        CtlSession session, ParseResult line, string path, string missing, CancellationToken cancellationToken, Func<JsonElement, bool>? keep = null)
    {
        Column[] columns = [.. Names(line).Select(name => _known[name])];
        var fields = keep is null ? "?columns=" + string.Join(',', columns.Select(column => column.Path)) : string.Empty;
        var items = await session.Api.FindAsync(path + fields, cancellationToken)
            ?? throw new CtlException(CtlExitCode.Unavailable, missing);
        session.Output.Rows(columns, Items(items).Where(item => keep is null || keep(item)).Select(item => new Row([.. columns.Select(column => column.ValueIn(item))])));
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement items) => items.ValueKind == JsonValueKind.Array
        ? items.EnumerateArray()
        : throw new CtlException(CtlExitCode.Unavailable, "the answer is no list: is --url the management API of a broker?");

    private IEnumerable<string> Names(ParseResult line)
        => line.GetValue(_columns) is { Length: > 0 } asked ? asked.SelectMany(Split) : _defaults;

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
