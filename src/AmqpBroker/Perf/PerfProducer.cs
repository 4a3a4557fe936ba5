using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Perf;

/// <summary>Publishes as fast as its rate, its confirms and the socket let it. Confined to the thread that runs it.</summary>
internal sealed class PerfProducer : IDisposable
{
    /// <summary>The shortest that a socket waits.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly PerfConnection _connection;
    private readonly PublishBatch _batch;
    private readonly ConfirmWindow? _unconfirmed;
    private readonly double _ratePerSecond;
    private readonly long _limit;
    private long _started;
    private long _sent;

    /// <param name="connector">Where to.</param>
    /// <param name="options">What.</param>
    /// <param name="index">Which of the producers it is: decides the queue and its part of the messages.</param>
    public PerfProducer(PerfConnector connector, PerfOptions options, int index)
    {
        _connection = connector.Open();
        _batch = new(options, options.RoutingKeyOf(index), _connection.FrameMax);
        _ratePerSecond = options.Rate / options.Producers;
        _limit = options.Count == 0
            ? long.MaxValue
            : (options.Count / options.Producers) + (index < options.Count % options.Producers ? 1 : 0);
        if (options.ConfirmsPublishes)
        {
            _unconfirmed = new(options.ConfirmWindow);
            _connection.Call<ConfirmSelect, ConfirmSelectOk>(PerfConnection.Channel, new(NoWait: false));
        }
    }

    public PerfCounters Counters { get; } = new();

    public void Dispose() => _connection.Dispose();

    /// <summary>Works until its work is done or it is told to stop, then closes its connection in order.</summary>
    /// <exception cref="PerfException">It cannot go on.</exception>
    public void Run(CancellationToken stopping)
    {
        _started = PerfClock.Now;
        while (!stopping.IsCancellationRequested && !IsDone)
        {
            var count = CountToSend();
            if (count > 0)
            {
                Publish(count);
            }

            ReadReplies(mayWait: count == 0);
        }

        _connection.Close();
    }

    private bool IsDone => _sent == _limit && _unconfirmed is null or { IsEmpty: true };

    private int CountToSend()
    {
        var count = Math.Min(_batch.Count, _limit - _sent);
        if (_unconfirmed is not null)
        {
            count = Math.Min(count, _unconfirmed.Room);
        }

        if (_ratePerSecond > 0)
        {
            count = Math.Min(count, (long)(PerfClock.SecondsSince(_started) * _ratePerSecond) - _sent);
        }

        return (int)count;
    }

    private void Publish(int count)
    {
        var now = PerfClock.Now;
        _unconfirmed?.Add(count, now);
        _connection.Send(_batch.Stamp(count, now));
        _sent += count;
        Counters.AddPublished(count);
    }

    private void ReadReplies(bool mayWait)
    {
        // With a rate, the next turn may come before a reply does; without, only a reply makes room.
        var waitsForReply = mayWait && _ratePerSecond <= 0;
        if ((waitsForReply || _connection.WaitForInput(mayWait ? Pause : TimeSpan.Zero)) && _connection.Receive())
        {
            var now = PerfClock.Now;
            while (_connection.TryReadFrame(out var frame))
            {
                Handle(frame, now);
            }
        }
    }

    private void Handle(ReceivedFrame frame, long now)
    {
        if (frame.Type != FrameType.Method)
        {
            return;
        }

        var payload = frame.Payload;
        switch (MethodDecoder.ReadId(payload))
        {
            case MethodId.BasicAck:
                var ack = MethodDecoder.Decode<BasicAck>(payload);
                Counters.AddConfirmed(Settle(ack.DeliveryTag, ack.Multiple, now));
                break;
            case MethodId.BasicNack:
                var nack = MethodDecoder.Decode<BasicNack>(payload);
                Counters.AddRefused(Settle(nack.DeliveryTag, nack.Multiple, now));
                break;
            default:
                break;
        }
    }

    private int Settle(ulong tag, bool multiple, long now)
        => _unconfirmed?.Settle((long)tag, multiple, now, Counters.ConfirmLatency) ?? 0;
}
