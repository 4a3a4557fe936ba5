namespace AmqpBroker.Logging;

/// <summary>Colours for a terminal, and plain text for everything else.</summary>
internal sealed class Terminal(bool hasColours)
{
    /// <summary>The standard output, as it is: redirected, or asked to be plain by <c>NO_COLOR</c> or <c>TERM=dumb</c>.</summary>
    public static Terminal OfOutput { get; } = new(
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    public string Red(string text) => Paint("31", text);

    public string Green(string text) => Paint("32", text);

    public string Yellow(string text) => Paint("33", text);

    private string Paint(string code, string text) => hasColours ? $"\e[{code}m{text}\e[0m" : text;
}
