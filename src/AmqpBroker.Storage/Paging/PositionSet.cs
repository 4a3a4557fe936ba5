using System.Diagnostics;

namespace AmqpBroker.Storage.Paging;

/// <summary>Positions of records, as runs in ascending order: a few for a backlog of millions. Confined to its user.</summary>
public sealed class PositionSet
{
    private readonly List<PositionRun> _runs = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _runs.Count == 0;

    /// <summary>The runs, in ascending order, none touching the next.</summary>
    public IReadOnlyList<PositionRun> Runs => _runs;

    /// <summary>Adds positions behind all that are there.</summary>
    public void Add(PositionRun run)
    {
        if (_runs.Count == 0)
        {
            _runs.Add(run);
            return;
        }

        var last = _runs[^1];
        Debug.Assert(run.First > last.Last, "behind all that are there");
        if (run.First == last.Last + 1)
        {
            _runs[^1] = last with { Last = run.Last };
        }
        else
        {
            _runs.Add(run);
        }
    }

    /// <summary>Adds a position behind all that are there.</summary>
    public void Add(long position) => Add(new PositionRun(position, position));

    /// <summary>Whether a position is there.</summary>
    public bool Contains(long position)
    {
        var low = 0;
        var high = _runs.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var run = _runs[middle];
            if (position < run.First)
            {
                high = middle - 1;
            }
            else if (position > run.Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
