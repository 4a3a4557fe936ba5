namespace AmqpBroker.Control.Commands;

/// <summary>How memory and disk are counted.</summary>
internal enum SizeUnit
{
    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Millions of bytes.</summary>
    Mb,

    /// <summary>Thousand millions of bytes.</summary>
    Gb,
}
