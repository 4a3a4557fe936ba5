using System.IO.Pipelines;
using AmqpBroker.Protocol;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Connections;

/// <summary>The clock of one connection: heartbeats, deadlines, and the requests of others that it end.</summary>
/// <remarks>
/// Time is counted in ticks of <see cref="ConnectionTicker.Interval"/>. Fields are single words, written by one side
/// each: the ticker counts, the loop notes counts.
/// </remarks>
internal sealed class ConnectionLifetime
{
    private const int NoDeadline = 0;
    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(30);

    private readonly PipeReader _input;
    private readonly ConnectionOutput _output;
    private readonly InputHold _hold;
    private volatile int _ticks;
    private volatile int _deadline;
    private volatile int _lastSign;
    private volatile bool _isExpired;
    private volatile bool _isPaused;
    private volatile ConnectionException? _shutdownRequest;
    private int _quietTicks;
    private long _flushesSeen;

    public ConnectionLifetime(PipeReader input, ConnectionOutput output, InputHold hold, TimeSpan handshakeTimeout)
    {
        _input = input;
        _output = output;
        _hold = hold;
        CloseAfter(handshakeTimeout);
    }

    /// <summary>The negotiated heartbeat in seconds; 0 for none.</summary>
    public ushort Heartbeat { get; set; }

    /// <summary>Time is up: the loop ends and the socket with it.</summary>
    public bool IsExpired => _isExpired;

    /// <summary>Whether it was the clock that ended it, not the loop itself.</summary>
    public bool IsOverdue { get; private set; }

    /// <summary>Whether it was silence that ended it.</summary>
    public bool HasMissedHeartbeat { get; private set; }

    /// <summary>What the broker wants the connection closed for.</summary>
    public ConnectionException? ShutdownRequest => _shutdownRequest;

    /// <summary>How long the broker waits for connection.close-ok, or for the client to close its socket.</summary>
    public TimeSpan CloseTimeout =>
        Heartbeat > 0 && Heartbeat < LongestClose.TotalSeconds ? TimeSpan.FromSeconds(Heartbeat) : LongestClose;

    /// <summary>Ends the connection after a time, whatever happens.</summary>
    public void CloseAfter(TimeSpan time) => _deadline = _ticks + Math.Max(1, (int)(time / ConnectionTicker.Interval));

    /// <summary>Takes a deadline back.</summary>
    public void StayOpen() => _deadline = NoDeadline;

    /// <summary>Ends the connection as soon as the loop looks.</summary>
    public void Expire()
    {
        _isExpired = true;
        WakeLoop();
    }

    /// <summary>Notes a sign of life.</summary>
    public void Received() => _lastSign = _ticks;

    /// <summary>The broker has the client wait: that it is not read from is no silence of its own.</summary>
    public void Pause() => _isPaused = true;

    /// <summary>The client is read from again.</summary>
    public void Resume()
    {
        Received();
        _isPaused = false;
    }

    /// <summary>Asks the loop to close the connection.</summary>
    public void RequestShutdown(ConnectionException reason)
    {
        _shutdownRequest = reason;
        WakeLoop();
    }

    /// <summary>Has the loop come round, if it waits for the client to send something.</summary>
    public void WakeReader() => _input.CancelPendingRead();

    /// <summary>Passes one tick: sends a heartbeat when nothing was sent for half the interval, gives up after two silent ones.</summary>
    public void Tick()
    {
        var now = _ticks + 1;
        _ticks = now;
        var deadline = _deadline;
        if (deadline != NoDeadline && now >= deadline)
        {
            IsOverdue = true;
            Expire();
            return;
        }

        if (Heartbeat == 0)
        {
            return;
        }

        var flushes = _output.Flushes;
        _quietTicks = flushes == _flushesSeen ? _quietTicks + 1 : 0;
        if (_quietTicks >= Heartbeat)
        {
            _output.SendHeartbeat();
            flushes = _output.Flushes;
            _quietTicks = 0;
        }

        _flushesSeen = flushes;
        if (!_isPaused && now - _lastSign > 2 * Heartbeat * ConnectionTicker.PerSecond)
        {
            HasMissedHeartbeat = true;
            IsOverdue = true;
            Expire();
        }
    }

    private void WakeLoop()
    {
        WakeReader();
        _output.StopWaiting();
        _hold.Wake();
    }
}
