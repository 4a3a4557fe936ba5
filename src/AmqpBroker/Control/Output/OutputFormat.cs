namespace AmqpBroker.Control.Output;

/// <summary>How rows are written.</summary>
internal enum OutputFormat
{
    /// <summary>Lines and columns for people.</summary>
    Table,

    /// <summary>Columns separated by tabs, as RabbitMQ's tools write them.</summary>
    Tsv,

    /// <summary>Columns in quotes, separated by commas.</summary>
    Csv,

    /// <summary>An array of objects, one a line.</summary>
    Json,
}
