using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmqpBroker.Control;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CtlArguments
{
    public static Argument<string> Text(string name, string description) => new(name) { Description = description, HelpName = name.ToUpperInvariant() };

    public static Argument<string?> OptionalText(string name, string description)
        => new(name) { Description = description, HelpName = name.ToUpperInvariant(), Arity = ArgumentArity.ZeroOrOne };

    public static Argument<string> User(string description = "Who") => Text("username", description);

    public static Argument<string?> Password()
        => OptionalText("password", "Others on this machine can see it: leave it out, and it is asked for, or read from the standard input");

    public static Option<string> Vhost()
        => new("--vhost", "-p") { Description = "The virtual host", HelpName = "VHOST", DefaultValueFactory = _ => "/" };

    /// <summary>Reads an argument that is to be a JSON object.</summary>
    /// <exception cref="CtlException">It is none.</exception>
    public static JsonObject ReadObject(string text)
        => ReadJson(text) as JsonObject ?? throw new CtlException(CtlExitCode.Unavailable, "the definition is no JSON object, such as {\"max-length\":10}");

    /// <exception cref="CtlException">It is no JSON.</exception>
    public static JsonNode? ReadJson(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new CtlException(CtlExitCode.Unavailable, $"JSON decoding error at character {exception.BytePositionInLine + 1}: quote the text for your shell", exception);
        }
    }
}
