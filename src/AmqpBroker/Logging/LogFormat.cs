namespace AmqpBroker.Logging;

/// <summary>How log entries are written to the console.</summary>
internal enum LogFormat
{
    /// <summary>A line for people.</summary>
    Text = 0,

    /// <summary>A JSON object on a line, for machines; the banner is left out.</summary>
    Json = 1,
}
