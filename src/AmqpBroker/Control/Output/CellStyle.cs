namespace AmqpBroker.Control.Output;

/// <summary>How a column shows objects and lists in text.</summary>
internal enum CellStyle
{
    /// <summary>Lists as <c>[a, b]</c>.</summary>
    Plain,

    /// <summary>An AMQP table, which the API sends as an empty list when it is empty.</summary>
    Arguments,

    /// <summary>As JSON.</summary>
    Json,
}
