using AmqpBroker.Protocol;

namespace AmqpBroker.Perf;

/// <summary>The run cannot go on, for a reason told in one line: no broker, a refusal, a lost connection.</summary>
internal sealed class PerfException(string line, Exception? cause = null) : Exception(line, cause)
{
    /// <summary>What the broker gave as its reason, where it closed the channel or the connection in order.</summary>
    public ReplyCode? ReplyCode { get; init; }

    /// <summary>The socket was closed, and no reason given.</summary>
    public static PerfException Lost(Exception cause) => new("the broker closed the connection", cause);

    /// <summary>A channel or connection was closed in order.</summary>
    public static PerfException Closed(string what, ReplyCode code, string text)
        => new($"the broker closed the {what}: {(int)code} {text}") { ReplyCode = code };
}
