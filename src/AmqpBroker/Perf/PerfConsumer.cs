using System.Buffers.Binary;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Perf;

/// <summary>Consumes one queue and acknowledges as told. Confined to the thread that runs it.</summary>
internal sealed class PerfConsumer : IDisposable
{
    private const int MethodIdLength = sizeof(uint);
    private const int BodySizeOffset = 2 * sizeof(ushort);
    private const long MostLatencyMicroseconds = 3_600_000_000;

    private readonly PerfConnection _connection;
    private readonly int _ackEvery;
    private ulong _deliveryTag;
    private ulong _bodyLeft;
    private bool _isFirstPart;
    private int _unacked;

    /// <param name="connector">Where from.</param>
    /// <param name="options">What.</param>
    /// <param name="index">Which of the consumers it is: decides the queue.</param>
    public PerfConsumer(PerfConnector connector, PerfOptions options, int index)
    {
        _connection = connector.Open();
        _ackEvery = options.AckEvery;
        if (options.Prefetch > 0)
        {
            _connection.Call<BasicQos, BasicQosOk>(PerfConnection.Channel, new(0, (ushort)options.Prefetch, Global: false));
        }

        _connection.Call<BasicConsume, BasicConsumeOk>(
            PerfConnection.Channel,
            new(options.QueueName(index), string.Empty, NoLocal: false, NoAck: !options.AcksDeliveries, Exclusive: false, NoWait: false, FieldTable.Empty));
    }

    public PerfCounters Counters { get; } = new();

    public void Dispose() => _connection.Dispose();

    /// <summary>Works until it is told to stop, then closes its connection in order.</summary>
    /// <exception cref="PerfException">It cannot go on.</exception>
    public void Run(CancellationToken stopping)
    {
        do
        {
            var delivered = ReadDeliveries(PerfClock.Now);
            Counters.AddDelivered(delivered);
            _connection.Flush();
            _connection.Receive();
        }
        while (!stopping.IsCancellationRequested);

        Acknowledge();
        _connection.Close();
    }

    private int ReadDeliveries(long now)
    {
        var delivered = 0;
        while (_connection.TryReadFrame(out var frame))
        {
            if (Read(frame, now))
            {
                delivered++;
                Settle();
            }
        }

        return delivered;
    }

    /// <returns>True when the frame completes a delivery.</returns>
    private bool Read(ReceivedFrame frame, long now)
    {
        var payload = frame.Payload;
        switch (frame.Type)
        {
            case FrameType.Method:
                ReadMethod(payload);
                return false;
            case FrameType.Header:
                _bodyLeft = BinaryPrimitives.ReadUInt64BigEndian(payload[BodySizeOffset..]);
                _isFirstPart = true;
                return _bodyLeft == 0;
            case FrameType.Body:
                RecordLatency(payload, now);
                _bodyLeft -= (ulong)payload.Length;
                return _bodyLeft == 0;
            default:
                return false;
        }
    }

    private void ReadMethod(ReadOnlySpan<byte> payload)
    {
        switch (MethodDecoder.ReadId(payload))
        {
            case MethodId.BasicDeliver:
                // Only the tag is of interest; the whole method would cost three strings for each message.
                var consumerTagLength = payload[MethodIdLength];
                _deliveryTag = BinaryPrimitives.ReadUInt64BigEndian(payload[(MethodIdLength + 1 + consumerTagLength)..]);
                break;
            case MethodId.BasicCancel:
                throw new PerfException("the broker cancelled a consumer: its queue is gone");
            default:
                break;
        }
    }

    private void RecordLatency(ReadOnlySpan<byte> body, long now)
    {
        if (_isFirstPart && PublishBatch.TryReadStamp(body, out var sentAt))
        {
            // Any other program's message may lie in the queue: what cannot be a time of ours is not counted.
            var microseconds = PerfClock.Microseconds(now - sentAt);
            if (microseconds is >= 0 and < MostLatencyMicroseconds)
            {
                Counters.EndToEndLatency.Record(microseconds);
            }
        }

        _isFirstPart = false;
    }

    private void Settle()
    {
        if (_ackEvery > 0 && ++_unacked >= _ackEvery)
        {
            Acknowledge();
        }
    }

    private void Acknowledge()
    {
        if (_unacked > 0)
        {
            _connection.Write<BasicAck>(PerfConnection.Channel, new(_deliveryTag, Multiple: _unacked > 1));
            _unacked = 0;
        }
    }
}
