using System.Buffers.Binary;
using System.Threading.Channels;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Tests.Paging;

/// <summary>A log with the lock that its owner would have, and records that are numbers.</summary>
internal sealed class PagedLog(SegmentPool pool) : IPageable
{
    private readonly Lock _gate = new();
    private readonly RecordLog _log = new(pool);
    private readonly Channel<bool> _returned = Channel.CreateUnbounded<bool>();

    public long BytesInMemory => _log.BytesInMemory;

    public bool IsPaged
    {
        get
        {
            lock (_gate)
            {
                return _log.IsPaged;
            }
        }
    }

    public int Lost { get; private set; }

    public void Append(int number, int length)
    {
        lock (_gate)
        {
            var bytes = _log.Append(length, out _);
            bytes.Fill((byte)number);
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        }
    }

    public bool TryTake(out int number)
    {
        lock (_gate)
        {
            if (!_log.TryReadNext(out var record))
            {
                number = 0;
                return false;
            }

            number = BinaryPrimitives.ReadInt32LittleEndian(record.Bytes);
            Assert.That(record.Bytes[sizeof(int)..].IndexOfAnyExcept((byte)number), Is.EqualTo(-1), $"bytes of record {number}");
            _log.Release(record);
            return true;
        }
    }

    /// <summary>Takes everything, waiting for the disk where it must.</summary>
    public async Task<List<int>> DrainAsync(Pager pager, CancellationToken cancellationToken)
    {
        var numbers = new List<int>();
        while (true)
        {
            while (TryTake(out var number))
            {
                numbers.Add(number);
            }

            if (!IsPaged)
            {
                // What came back since the last look.
                while (TryTake(out var number))
                {
                    numbers.Add(number);
                }

                return numbers;
            }

            pager.RequestPageIn(this);
            await _returned.Reader.ReadAsync(cancellationToken);
        }
    }

    public void Drop()
    {
        lock (_gate)
        {
            _log.DropUnread();
        }
    }

    public PageOut? BeginPageOut(long readAhead, bool includesTail)
    {
        lock (_gate)
        {
            return _log.BeginPageOut(kept: 0, includesTail);
        }
    }

    public void EndPageOut(PagedOut result)
    {
        lock (_gate)
        {
            result.Tell();
        }
    }

    public PageIn? BeginPageIn(long readAhead)
    {
        lock (_gate)
        {
            return _log.BeginPageIn(readAhead);
        }
    }

    public int EndPageIn(PagedIn result)
    {
        int lost;
        lock (_gate)
        {
            lost = result.Tell();
            Lost += lost;
        }

        _returned.Writer.TryWrite(true);
        return lost;
    }
}
