using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Paging;

/// <summary>A segment lent to the pager, to be written to a page. Its bytes stay as they are, unless its log's cursor comes there meanwhile.</summary>
/// <param name="Log">Whose it is.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Records">Its live records, none of them read.</param>
/// <param name="IsMarked">Which of its records the owner asks for by position.</param>
public readonly record struct PageOut(RecordLog Log, Segment Segment, int Records, RecordPredicate IsMarked)
{
    /// <summary>Writes the segment to a page.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    internal PagedContents Write(PageStore store)
    {
        var recordBytes = 0L;
        var marked = new PositionSet();
        for (var offset = 0; offset < Segment.Written;)
        {
            // A record may be released at any moment, which makes this page worthless but must not lead the walk astray.
            var length = Segment.LengthOf(offset);
            if (Segment.IsLiveAt(offset))
            {
                recordBytes += length;
                if (IsMarked(Segment.Peek(offset, length)))
                {
                    marked.Add(Segment.PositionAt(offset));
                }
            }

            offset += Segment.RecordOverhead + length;
        }

        return new PagedContents(store.Write(Segment.Contents), recordBytes, marked.Runs, Segment.PositionAt(0));
    }
}
