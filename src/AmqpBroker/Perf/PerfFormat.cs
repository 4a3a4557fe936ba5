namespace AmqpBroker.Perf;

/// <summary>How the figures are written.</summary>
internal enum PerfFormat
{
    /// <summary>Columns for people.</summary>
    Text = 0,

    /// <summary>A JSON object per line, for scripts.</summary>
    Json = 1,
}
