namespace AmqpBroker.Control;

/// <summary>A command cannot do its work; the message is one line for whoever gave it.</summary>
internal sealed class CtlException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
