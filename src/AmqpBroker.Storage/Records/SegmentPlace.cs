namespace AmqpBroker.Storage.Records;

/// <summary>Where a segment's bytes are. In the first two places they can be read.</summary>
internal enum SegmentPlace
{
    /// <summary>In memory.</summary>
    Memory,

    /// <summary>In memory, and being written to a page.</summary>
    Leaving,

    /// <summary>In a page.</summary>
    OnDisk,

    /// <summary>In a page, and being read.</summary>
    Returning,
}
