using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Paging;

/// <summary>A segment to be read back from its page.</summary>
/// <param name="Log">Whose it is.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Block">Memory for its bytes.</param>
public readonly record struct PageIn(RecordLog Log, Segment Segment, Segment Block)
{
    /// <summary>Reads the page into <see cref="Block"/>.</summary>
    /// <exception cref="IOException">The disk refused, or gave back something else.</exception>
    internal void Read()
    {
        // It is in a page until the log takes it back.
        var page = Segment.Paged!.Page;
        PageStore.Read(page, Block.RoomFor(page.Length));
    }
}
