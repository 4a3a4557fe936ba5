using System.Buffers.Binary;
using System.Net;

namespace AmqpBroker.Core.Users;

/// <summary>Has logins wait that come from where others have failed: the more of them, the longer.</summary>
/// <remarks>
/// Guarded by one lock. Attempts from one place take their turns, so that many at a time guess no faster than one. A user who has logged in
/// from a place before is counted apart from everyone else there: whoever guesses behind the same address holds up nobody who is known.
/// </remarks>
internal sealed class LoginThrottle(TimeProvider time)
{
    /// <summary>Failures that cost nothing: people mistype.</summary>
    internal const int FreeFailures = 3;

    /// <summary>Places kept; those whose last failure is longest ago go when there are more.</summary>
    internal const int Capacity = 8192;

    /// <summary>The wait after the first failure that costs; it doubles with each.</summary>
    internal static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between two attempts.</summary>
    internal static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(4);

    /// <summary>Who would have to wait longer behind others is turned away: shorter than the time of a handshake.</summary>
    internal static readonly TimeSpan LongestQueue = TimeSpan.FromSeconds(8);

    /// <summary>What nobody has failed at for so long is forgotten.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<Place, Failures> _failures = [];
    private readonly Dictionary<Place, long> _known = [];

    /// <summary>Places with failures.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _failures.Count;
            }
        }
    }

    /// <summary>Whether attempts from there need not take turns.</summary>
    public bool IsFree(IPAddress? address, string user)
    {
        lock (_gate)
        {
            return _failures.Count == 0 || !_failures.TryGetValue(PlaceOf(address, user), out var failures) || failures.Count < FreeFailures;
        }
    }

    /// <summary>Takes a turn.</summary>
    /// <param name="address">Where the attempt comes from; null when unknown.</param>
    /// <param name="user">Whose name it gives.</param>
    /// <param name="delay">How long it has to wait.</param>
    /// <returns>False when too many are waiting.</returns>
    public bool TryEnter(IPAddress? address, string user, out TimeSpan delay)
    {
        delay = TimeSpan.Zero;
        lock (_gate)
        {
            if (!_failures.TryGetValue(PlaceOf(address, user), out var failures) || failures.Count < FreeFailures)
            {
                return true;
            }

            var now = time.GetTimestamp();
            delay = time.GetElapsedTime(now, Math.Max(now, failures.NextTurn));
            if (delay > LongestQueue)
            {
                return false;
            }

            failures.NextTurn = Math.Max(now, failures.NextTurn) + Ticks(DelayAfter(failures.Count));
            return true;
        }
    }

    /// <summary>Notes a login that failed.</summary>
    public void Fail(IPAddress? address, string user)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var place = PlaceOf(address, user);
            if (!_failures.TryGetValue(place, out var failures))
            {
                MakeRoom(_failures, static failures => failures.Last);
                _failures.Add(place, failures = new Failures());
            }

            if (time.GetElapsedTime(failures.Last, now) > Memory)
            {
                failures.Count = 0;
            }

            failures.Count++;
            failures.Last = now;
            if (failures.Count >= FreeFailures)
            {
                failures.NextTurn = Math.Max(failures.NextTurn, now + Ticks(DelayAfter(failures.Count)));
            }
        }
    }

    /// <summary>Notes a login that succeeded: the user is known there from now on.</summary>
    public void Succeed(IPAddress? address, string user)
    {
        var known = new Place(Network(address), user);
        lock (_gate)
        {
            if (!_known.ContainsKey(known))
            {
                MakeRoom(_known, static last => last);
            }

            _known[known] = time.GetTimestamp();
            _failures.Remove(known);
        }
    }

    private Place PlaceOf(IPAddress? address, string user)
    {
        var place = new Place(Network(address), user);
        return _known.ContainsKey(place) ? place : place with { User = null };
    }

    // Whoever has one address of IPv6 has all 2^64 of its network.
    private static UInt128 Network(IPAddress? address)
    {
        if (address is null)
        {
            return UInt128.Zero;
        }

        Span<byte> bytes = stackalloc byte[16];
        _ = address.MapToIPv6().TryWriteBytes(bytes, out _);
        if (!address.MapToIPv6().IsIPv4MappedToIPv6)
        {
            bytes[8..].Clear();
        }

        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static TimeSpan DelayAfter(int failures)
    {
        var doublings = Math.Min(failures - FreeFailures, 30);
        var delay = FirstDelay * Math.Pow(2, doublings);
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    // A part at a time: looking for the oldest costs a look at all.
    private static void MakeRoom<TValue>(Dictionary<Place, TValue> places, Func<TValue, long> lastOf)
    {
        if (places.Count < Capacity)
        {
            return;
        }

        foreach (var place in places.OrderBy(entry => lastOf(entry.Value)).Take(Capacity / 8).Select(static entry => entry.Key).ToArray())
        {
            places.Remove(place);
        }
    }

    /// <param name="Network">The address, or the network of an IPv6 address.</param>
    /// <param name="User">A user who is known there; null for everyone else.</param>
    private readonly record struct Place(UInt128 Network, string? User);

    private sealed class Failures
    {
        public int Count { get; set; }

        public long Last { get; set; }

        public long NextTurn { get; set; }
    }
}
