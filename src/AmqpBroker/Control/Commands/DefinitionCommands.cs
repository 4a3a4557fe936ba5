using System.CommandLine;
using System.Text;
using System.Text.Json;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control.Commands;

/// <summary>Definitions: everything but the messages, as one JSON file.</summary>
internal static class DefinitionCommands
{
    private const string Standard = "-";

    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return Export(factory);
        yield return Import(factory);
    }

    private static Command Export(CtlCommandFactory factory)
    {
        var file = CtlArguments.Text("file", "Where to; - is the standard output");
        var vhost = new Option<string?>("--vhost", "-p") { Description = "Only what is in this virtual host", HelpName = "VHOST" };
        return factory.Create(
            "export_definitions",
            "Write users, virtual hosts, permissions, policies, queues, exchanges and bindings to a file",
            async (session, line, cancellationToken) =>
            {
                var path = line.GetRequiredValue(file);
                if (path != Standard)
                {
                    session.Output.Banner($"Exporting definitions in JSON to a file at \"{path}\" ...");
                }

                var definitions = await session.Api.FindAsync(PathOf(line.GetValue(vhost)), cancellationToken)
                    ?? throw new CtlException(CtlExitCode.Unavailable, Missing.Vhost(line.GetValue(vhost) ?? string.Empty));
                Write(session, path, definitions);
            },
            file,
            vhost);
    }

    private static void Write(CtlSession session, string path, JsonElement definitions)
    {
        if (path == Standard)
        {
            session.Output.Json(definitions);
            return;
        }

        try
        {
            File.WriteAllText(path, definitions.GetRawText());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CtlException(CtlExitCode.CannotCreate, $"cannot write {path}: {exception.Message}", exception);
        }
    }

    private static Command Import(CtlCommandFactory factory)
    {
        var file = CtlArguments.Text("file", "Where from; - is the standard input");
        var vhost = new Option<string?>("--vhost", "-p") { Description = "Into this virtual host; the file is one of a virtual host", HelpName = "VHOST" };
        return factory.Create(
            "import_definitions",
            "Add what a file of definitions says to what is there",
            async (session, line, cancellationToken) =>
            {
                var path = line.GetRequiredValue(file);
                session.Output.Banner($"Importing definitions in JSON from {(path == Standard ? "standard input" : $"a file at \"{path}\"")} ...");
                var text = await ReadAsync(path, cancellationToken);
                session.Api.Succeed(await session.Api.SendAsync(HttpMethod.Post, PathOf(line.GetValue(vhost)), text, reason: null, cancellationToken));
            },
            file,
            vhost);
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = path == Standard ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(path);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CtlException(CtlExitCode.DataError, $"cannot read {path}: {exception.Message}", exception);
        }
    }

    private static string PathOf(string? vhost) => vhost is null ? ApiPath.Of("definitions") : ApiPath.Of("definitions", vhost);
}
