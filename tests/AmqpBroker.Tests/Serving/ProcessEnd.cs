namespace AmqpBroker.Tests.Serving;

/// <summary>What a finished process left.</summary>
internal sealed record ProcessEnd(int ExitCode, string Output, string Errors)
{
    public string[] ErrorLines => Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
