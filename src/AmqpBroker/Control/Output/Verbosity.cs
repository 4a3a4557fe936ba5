namespace AmqpBroker.Control.Output;

/// <summary>What is written besides the data.</summary>
internal enum Verbosity
{
    /// <summary>A line that says what is being done, headers, results.</summary>
    Normal,

    /// <summary>Headers.</summary>
    Quiet,

    /// <summary>Nothing.</summary>
    Silent,
}
