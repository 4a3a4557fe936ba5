using System.Buffers.Binary;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Storage.Tests.Records;

/// <summary>Does the same to a <see cref="RecordLog"/> and to two lists, and compares after every step.</summary>
/// <remarks>The steps of paging change nothing that the lists could tell, whenever they come; nor does giving back, after each step, what pages took.</remarks>
internal sealed class LogHistory : IDisposable
{
    // Shared with the histories before: their segments come again, full of old bytes.
    private static readonly SegmentPool Pool = new();

    private readonly RecordLog _log = new(Pool, IsMarked);
    private readonly PageStore _pages = new("pages", new FaultyFiles());
    private PageOut? _leaving;
    private PageIn? _returning;
    private List<Entry> _unread = [];
    private readonly List<Entry> _read = [];
    private long _lastPosition = -1;
    private int _lastNumber;

    public void Run(IEnumerable<LogCommand> commands)
    {
        foreach (var command in commands)
        {
            Apply(command);
            _pages.Reclaim();
            Check(command);
        }

        while (_unread.Count > 0)
        {
            Read();
        }

        ReleaseAll();
        EndPageOut(isWritten: true);
        EndPageIn();
        Expect(_log.Segments == 0 && _log.Unread == 0, "nothing is live, nothing may be held");
        Expect(_log.BytesInMemory == 0 && _pages.Bytes == 0, "nor memory or pages");
    }

    public void Dispose() => _pages.Dispose();

    private static bool IsMarked(ReadOnlySpan<byte> record) => record.Length % 2 == 0;

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            Assert.Fail(what);
        }
    }

    private void Apply(LogCommand command)
    {
        switch (command.Kind)
        {
            case LogCommandKind.Append:
                Append(command.Number);
                break;
            case LogCommandKind.AppendLarge:
                Append(command.Number * 1500);
                break;
            case LogCommandKind.Absorb:
                Absorb(command.Number % 20, command.Number);
                break;
            case LogCommandKind.Read:
                for (var i = command.Number % 10; i >= 0; i--)
                {
                    Read();
                }

                break;
            case LogCommandKind.Release:
                Release(command.Number);
                break;
            case LogCommandKind.ReleaseAll:
                ReleaseAll();
                break;
            case LogCommandKind.TakeDue:
                TakeDue(command.Number);
                break;
            case LogCommandKind.BeginPageOut:
                _leaving ??= _log.BeginPageOut(kept: command.Number % 3 * 2000, includesTail: command.Number % 5 == 0);
                break;
            case LogCommandKind.EndPageOut:
                EndPageOut(isWritten: command.Number % 7 != 0);
                break;
            case LogCommandKind.BeginPageIn:
                _returning ??= _log.BeginPageIn(readAhead: command.Number * 10);
                break;
            case LogCommandKind.EndPageIn:
                EndPageIn();
                break;
            default:
                Expect(_log.DropUnread() == _unread.Count, "as many dropped as were unread");
                _unread.Clear();
                break;
        }
    }

    // A log that was filled elsewhere, from a position far behind.
    private void Absorb(int count, int length)
    {
        var later = new RecordLog(Pool, IsMarked);
        later.SkipTo(_log.EndPosition + 1000);
        for (var i = 0; i < count; i++)
        {
            Append(length, later);
        }

        _log.Absorb(later);
        Expect(later is { Segments: 0, Unread: 0, BytesInMemory: 0, LiveBytes: 0 }, "nothing is left of it");
    }

    private void Append(int length, RecordLog? to = null)
    {
        var number = ++_lastNumber;
        var log = to ?? _log;
        var bytes = log.AppendAt(log.EndPosition, length, out var record, DueOf(number));
        Expect(bytes.Length == length, "room for the record");
        bytes.Fill((byte)number);
        if (length >= sizeof(int))
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        }

        Expect(record.Position > _lastPosition, "positions only grow");
        Expect(log.EndPosition > record.Position, "the end lies behind the last record");
        _lastPosition = record.Position;
        _unread.Add(new Entry(number, length, record, record.Position));
    }

    // Any order, and a third of them never.
    private static long DueOf(long number) => number % 3 == 0 ? long.MaxValue : number * 7919 % 6000;

    private void TakeDue(int now)
    {
        var taken = new List<RecordRef>();
        var isExpected = _log.NextDue <= now;
        var due = _unread.Where(entry => entry.Record.Segment.IsInMemory && DueOf(entry.Number) <= now).ToList();
        Expect(isExpected || due.Count == 0, "the next due is never too late");

        _log.TakeDue(now, record => DueOf(NumberAt(record)), taken);

        Expect(taken.SequenceEqual(due.Select(entry => entry.Record)), "what is due, in order");
        Expect(_log.NextDue > now, "nothing is due any more");
        _read.AddRange(due);
        _unread = [.. _unread.Except(due)];
    }

    private long NumberAt(RecordRef record) => _unread.Find(entry => entry.Record == record)?.Number ?? 0;

    private void EndPageOut(bool isWritten)
    {
        if (_leaving is { } job)
        {
            _leaving = null;
            _log.EndPageOut(job, isWritten ? job.Write(_pages) : null);
        }
    }

    private void EndPageIn()
    {
        if (_returning is { } job)
        {
            _returning = null;
            job.Read();
            Expect(_log.EndPageIn(job, isRead: true) == 0, "nothing is lost");
        }
    }

    private void Read()
    {
        while (_log.Unread > 0 && !_log.HasReadable)
        {
            // What was on its way when everything was dropped comes to nothing: then there is another to wait for.
            _returning ??= _log.BeginPageIn(readAhead: 0);
            Expect(_returning is not null, "what cannot be read is on disk");
            EndPageIn();
        }

        var isFound = _log.TryReadNext(out var record);
        Expect(isFound == _unread.Count > 0, "found when there is one");
        if (isFound)
        {
            var expected = _unread[0];
            _unread.RemoveAt(0);
            Expect(record == expected.Record, $"record {expected.Number} is next");
            Expect(expected.IsIntact(), $"bytes of record {expected.Number} when read");
            _read.Add(expected);
        }
    }

    private void Release(int which)
    {
        if (_read.Count > 0)
        {
            var index = which % _read.Count;
            _log.Release(_read[index].Record);
            _read.RemoveAt(index);
        }
    }

    private void ReleaseAll()
    {
        foreach (var entry in _read)
        {
            _log.Release(entry.Record);
        }

        _read.Clear();
    }

    private void Check(LogCommand command)
    {
        Expect(_log.Unread == _unread.Count, $"unread after {command}");
        Entry[] live = [.. _read, .. _unread];
        Expect(_log.LiveBytes == live.Sum(entry => entry.Length), $"bytes after {command}");
        var segments = live.Select(entry => entry.Record.Segment).Distinct().Count();
        Expect(_log.Segments == segments, $"only segments with something live after {command}");
        var marked = _log.FindMarked(0, long.MaxValue);
        Expect(_log.FindLowestMarked() == live.Where(entry => entry.Length % 2 == 0).Min(entry => (long?)entry.Position), $"lowest marked after {command}");
        Expect(live.All(entry => marked.Contains(entry.Position) == (entry.Length % 2 == 0)), $"marked after {command}");
        foreach (var entry in live.Where(entry => entry.Record.Segment.IsInMemory))
        {
            Expect(entry.IsIntact(), $"bytes of record {entry.Number} after {command}");
        }

        // No memory belongs to two records: within a segment each begins where the one before has ended, or later.
        foreach (var records in live.GroupBy(entry => entry.Record.Segment))
        {
            var end = 0;
            foreach (var entry in records.OrderBy(entry => entry.Record.Offset))
            {
                Expect(entry.Record.Offset >= end, $"record {entry.Number} alone in its memory after {command}");
                end = entry.Record.Offset + sizeof(int) + entry.Length;
            }
        }
    }

    private sealed record Entry(int Number, int Length, RecordRef Record, long Position)
    {
        public bool IsIntact()
        {
            var bytes = Record.Bytes;
            if (bytes.Length != Length)
            {
                return false;
            }

            if (Length < sizeof(int))
            {
                return bytes.IndexOfAnyExcept((byte)Number) < 0;
            }

            return BinaryPrimitives.ReadInt32LittleEndian(bytes) == Number
                && bytes[sizeof(int)..].IndexOfAnyExcept((byte)Number) < 0;
        }
    }
}
