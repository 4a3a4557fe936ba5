using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Goes over the ready messages of one queue in the order of delivery, and copies them. Confined to one request.</summary>
/// <remarks>
/// <see cref="Step"/> alone is called under the queue's lock, and copies little in one hold. Between two steps messages may come and go: what is
/// shown was ready at some moment of the request.
/// </remarks>
/// <param name="request">What is wanted.</param>
/// <param name="now">The time, in Unix milliseconds: what has expired is not shown.</param>
internal sealed class QueueBrowser(BrowseRequest request, long now) : IDisposable
{
    /// <summary>Messages copied in one hold of the queue's lock.</summary>
    private const int CopiesAtOnce = 256;

    /// <summary>Bytes copied in one hold of the queue's lock, but for the last message.</summary>
    private const int BytesAtOnce = 256 << 10;

    private readonly LogBrowser _log = new();
    private readonly List<(RecordRef Record, bool IsRedelivered, long Place)> _returned = [];
    private readonly List<BrowsedMessage> _copied = [];
    private readonly List<BrowsedMessage> _shown = [];
    private long[]? _places;
    private int _line = request.After?.Line ?? int.MaxValue;
    private bool _isInLog = request.After is { IsReturned: false };
    private long _place = request.After?.Place ?? -1;
    private long _skip = request.Offset;
    private BrowsePlace? _last = request.After;
    private int _copiedBytes;
    private int _scanned;
    private long _bytes;

    /// <summary>What is to be shown.</summary>
    public IReadOnlyList<BrowsedMessage> Shown => _shown;

    /// <summary>The place behind which to go on.</summary>
    public BrowsePlace? Last => _last;

    /// <summary>Whether there is more than what is shown.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The log's part, for what is on disk.</summary>
    public LogBrowser Log => _log;

    // Full, or costly enough.
    private bool IsFull => _shown.Count == request.Count || _scanned >= request.MostScanned || _bytes >= request.MostBytes;

    /// <summary>Copies the next messages. Under the queue's lock.</summary>
    public BrowseStop Step(MessageLines lines)
    {
        for (_line = Math.Min(_line, lines.Highest); _line >= 0; NextLine())
        {
            if (lines.Find(_line) is not { } line)
            {
                continue;
            }

            if (!_isInLog && StepOverReturned(line) is { } stop)
            {
                return stop;
            }

            if (StepOverLog(line) is { } paused)
            {
                return paused;
            }
        }

        return BrowseStop.End;
    }

    /// <summary>Sees whether a page has to be read: it need not when enough is shown.</summary>
    public bool WantsPage()
    {
        HasMore |= IsFull;
        return !HasMore;
    }

    /// <summary>Copies what was read from disk. Without the queue's lock.</summary>
    public void CopyPage()
    {
        _log.VisitPage((position, record) =>
        {
            CopyWaiting(position, record);
            Filter();
            return !HasMore;
        });
        _skip = _log.Skip;
    }

    /// <summary>Finds the place to begin with among those that came back. Without the queue's lock.</summary>
    public void Order()
    {
        if (_places is not null)
        {
            Array.Sort(_places);
            _place = _places[_skip - 1];
            _skip = 0;
            _places = null;
        }
    }

    /// <summary>Lets through what the request wants of what was copied. Without the queue's lock.</summary>
    public void Filter()
    {
        foreach (var message in _copied)
        {
            if (IsFull)
            {
                HasMore = true;
                break;
            }

            _scanned++;
            _bytes += message.Bytes.Length;
            _last = message.Place;
            if (request.Filter?.Invoke(message) != false)
            {
                _shown.Add(message);
            }
        }

        _copied.Clear();
        _copiedBytes = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    private void NextLine()
    {
        _line--;
        _isInLog = false;
        _place = -1;
    }

    private BrowseStop? StepOverReturned(MessageLine line)
    {
        if (_skip > 0 && _place < 0 && _skip >= line.Returned.Count)
        {
            _skip -= line.Returned.Count;
        }
        else if (_skip > 0)
        {
            _places = line.Returned.CopyPlacesBehind(_place);
            if (_skip <= _places.Length)
            {
                return BrowseStop.Unordered;
            }

            _skip -= _places.Length;
            _places = null;
        }
        else
        {
            line.Returned.CopyBehind(_place, CopiesAtOnce, _returned);
            foreach (var (record, isRedelivered, place) in _returned)
            {
                _place = place;
                Copy(new BrowsePlace(_line, IsReturned: true, place), record.Position, record.Bytes, isRedelivered);
                if (IsEnoughForNow)
                {
                    break;
                }
            }

            var isPaused = _returned.Count > 0;
            _returned.Clear();
            if (isPaused)
            {
                return BrowseStop.Paused;
            }
        }

        _isInLog = true;
        _place = -1;
        return null;
    }

    private BrowseStop? StepOverLog(MessageLine line)
    {
        if (_log.Next <= _place)
        {
            _log.Next = _place + 1;
        }

        _log.Skip = _skip;
        var stop = line.Log.Browse(_log, (position, record) =>
        {
            CopyWaiting(position, record);
            return !IsEnoughForNow;
        });
        _skip = _log.Skip;
        switch (stop)
        {
            case LogBrowseStop.OnDisk:
                return BrowseStop.OnDisk;
            case LogBrowseStop.Paused:
                return BrowseStop.Paused;
            default:
                _log.Restart();
                return null;
        }
    }

    // One more than can be shown tells that there is more.
    private bool IsEnoughForNow =>
        _copied.Count >= CopiesAtOnce || (request.Filter is null && _copied.Count > request.Count - _shown.Count) || _copiedBytes >= BytesAtOnce;

    private void CopyWaiting(long position, ReadOnlySpan<byte> record) =>
        Copy(new BrowsePlace(_line, IsReturned: false, position), position, record, MessageRecord.IsRedelivered(record));

    private void Copy(BrowsePlace place, long position, ReadOnlySpan<byte> record, bool isRedelivered)
    {
        if (MessageRecord.DueOf(record) <= now)
        {
            return;
        }

        var body = MessageRecord.BodyLengthOf(record);
        var bytes = record[..(record.Length - body + Math.Min(body, request.MostOfBody))].ToArray();
        _copied.Add(new BrowsedMessage(place, position, isRedelivered, null, body, bytes));
        _copiedBytes += bytes.Length;
    }
}
