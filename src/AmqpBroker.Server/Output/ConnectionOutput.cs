using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Output;

/// <summary>
/// What a connection sends. Whoever has something to send encodes it here; there is one flush at a time, and while it
/// waits for the socket consumers get nothing and small answers wait beside the pipe.
/// </summary>
/// <remarks>Guarded: one lock, which also guards the delivery tags and unacked tables of the connection's channels.</remarks>
internal sealed class ConnectionOutput
{
    /// <summary>Answers waiting beside the pipe, in bytes, from which on the connection is not read from any more.</summary>
    private const int CongestedFrom = 64 * 1024;

    /// <summary>Bytes waiting beside the pipe from which on direct replies are dropped: they are kept nowhere else, and their client does not read.</summary>
    private const int FloodedFrom = 64 * 1024 * 1024;

    private readonly PipeWriter _pipe;
    private readonly Action _onFlushed;
    private readonly ConcurrentQueue<Consumer> _waiting = new();
    private ArrayBufferWriter<byte>? _overflow;
    private ValueTask<FlushResult> _flush;
    private TaskCompletionSource? _drained;
    private volatile bool _isFlushing;
    private bool _isClosed;
    private long _sent;
    private long _octetsSent;

    public ConnectionOutput(PipeWriter pipe)
    {
        _pipe = pipe;
        _onFlushed = OnFlushed;
    }

    /// <summary>Guards this object and the delivery tables of the connection's channels.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Frame-max for bodies, in bytes; set once, when it is negotiated.</summary>
    public int FrameMax { get; set; } = FrameConstants.DefaultFrameMax;

    /// <summary>False while the socket has more to send than it should; waiting consumers are called when it has turned true.</summary>
    public bool IsWritable => !_isFlushing;

    /// <summary>Flushes so far, for telling an idle output.</summary>
    public long Flushes => Volatile.Read(ref _sent);

    /// <summary>Octets handed to the socket so far. Any thread.</summary>
    public long OctetsSent => Volatile.Read(ref _octetsSent);

    /// <summary>Whether the peer asks faster than it reads the answers. Read without the lock: late by one answer does no harm.</summary>
    public bool IsCongested => _isFlushing && _overflow is { WrittenCount: > CongestedFrom };

    /// <summary>Whether so much waits for a peer that does not read that others may not add to it. For a caller that holds <see cref="Gate"/>.</summary>
    public bool IsFlooded => _isFlushing && _overflow is { WrittenCount: > FloodedFrom };

    /// <summary>Writes a method; it leaves with the next flush.</summary>
    public void Write<T>(ushort channel, in T method)
        where T : struct, IAmqpMethod<T>
    {
        lock (Gate)
        {
            WriteLocked(channel, in method);
        }
    }

    /// <summary>As <see cref="Write"/>, for a caller that holds <see cref="Gate"/>.</summary>
    public void WriteLocked<T>(ushort channel, in T method)
        where T : struct, IAmqpMethod<T>
    {
        if (!_isClosed)
        {
            FrameWriter.WriteMethod(Target, channel, in method);
            FlushLargeLocked();
        }
    }

    /// <summary>Writes a method with content; it leaves with the next flush.</summary>
    public void WriteContent<T>(ushort channel, in T method, ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
        where T : struct, IAmqpMethod<T>
    {
        lock (Gate)
        {
            WriteContentLocked(channel, in method, header, body);
        }
    }

    /// <summary>As <see cref="WriteContent"/>, for a caller that holds <see cref="Gate"/>.</summary>
    public void WriteContentLocked<T>(ushort channel, in T method, ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
        where T : struct, IAmqpMethod<T>
    {
        if (!_isClosed)
        {
            FrameWriter.WriteMethod(Target, channel, in method);
            var cursor = new OutputCursor(Target);
            ContentEncoder.WriteContent(ref cursor, channel, FrameMax, header, body);
            cursor.Commit();
            FlushLargeLocked();
        }
    }

    /// <summary>Writes the protocol header that refuses another protocol.</summary>
    public void WriteProtocolHeader()
    {
        lock (Gate)
        {
            if (!_isClosed)
            {
                FrameWriter.WriteProtocolHeader(Target);
                FlushLocked();
            }
        }
    }

    /// <summary>Writes a heartbeat and sends it.</summary>
    public void SendHeartbeat()
    {
        lock (Gate)
        {
            if (!_isClosed)
            {
                FrameWriter.WriteHeartbeat(Target);
                FlushLocked();
            }
        }
    }

    /// <summary>Sends what has been written.</summary>
    public void Flush()
    {
        lock (Gate)
        {
            FlushLocked();
        }
    }

    /// <summary>Begins encoding deliveries, for a caller that holds <see cref="Gate"/>; false when nothing can be sent any more.</summary>
    public bool TryBeginLocked(out OutputCursor cursor)
    {
        cursor = _isClosed ? default : new OutputCursor(Target);
        return !_isClosed;
    }

    /// <summary>As <see cref="Flush"/>, for a caller that holds <see cref="Gate"/>.</summary>
    [SuppressMessage("Reliability", "CA2012", Justification = "Consumed once, by Complete; a field because the flush ends elsewhere, without a task for it.")]
    public void FlushLocked()
    {
        // Nothing written is nothing sent: counted, it would keep heartbeats back that the peer waits for.
        if (_isFlushing || _isClosed || _pipe.UnflushedBytes is not (> 0 and var unflushed))
        {
            return;
        }

        _sent++;
        _octetsSent += unflushed;
        _flush = _pipe.FlushAsync();
        if (_flush.IsCompleted)
        {
            Complete();
            return;
        }

        _isFlushing = true;
        _flush.GetAwaiter().UnsafeOnCompleted(_onFlushed);
    }

    /// <summary>Has a consumer's queue dispatched again once the output is writable.</summary>
    public void CallWhenWritable(Consumer consumer) => _waiting.Enqueue(consumer);

    /// <summary>
    /// Ends when the answers that wait beside the pipe have gone into it, nothing can be sent any more, or at
    /// <see cref="StopWaiting"/>.
    /// </summary>
    public Task WaitUntilDrainedAsync()
    {
        lock (Gate)
        {
            if (!_isFlushing || _isClosed)
            {
                return Task.CompletedTask;
            }

            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task;
        }
    }

    /// <summary>Ends such a wait early: there is a reason to look up.</summary>
    public void StopWaiting()
    {
        lock (Gate)
        {
            _drained?.TrySetResult();
            _drained = null;
        }
    }

    /// <summary>Sends nothing any more. The pipe itself is completed by the transport.</summary>
    public void Close()
    {
        lock (Gate)
        {
            CloseLocked();
        }
    }

    // A writer has one user at a time: while a flush is under way, what comes goes beside it.
    private IBufferWriter<byte> Target => _isFlushing ? _overflow ??= new ArrayBufferWriter<byte>() : _pipe;

    // A peer may ask for much in one read, and what waits for the end of the read must stay small.
    private void FlushLargeLocked()
    {
        if (!_isFlushing && _pipe.UnflushedBytes > CongestedFrom)
        {
            FlushLocked();
        }
    }

    private void OnFlushed()
    {
        lock (Gate)
        {
            Complete();
            _isFlushing = false;
            if (_overflow is { WrittenCount: > 0 } overflow && !_isClosed)
            {
                _pipe.Write(overflow.WrittenSpan);
                _overflow = null;
                FlushLocked();
            }

            if (_isFlushing)
            {
                return;
            }

            _drained?.TrySetResult();
            _drained = null;
        }

        while (!_isFlushing && _waiting.TryDequeue(out var consumer))
        {
            consumer.IsWaitingForSink = false;
            consumer.Queue.Dispatch();
        }
    }

    private void Complete()
    {
        Debug.Assert(_flush.IsCompleted, "called when the flush has ended");
        try
        {
            if (_flush.GetAwaiter().GetResult().IsCompleted)
            {
                CloseLocked();
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The connection is gone; its input loop ends for the same reason and logs it.
            CloseLocked();
        }
    }

    private void CloseLocked()
    {
        _isClosed = true;
        _overflow = null;
        _drained?.TrySetResult();
        _drained = null;
    }
}
