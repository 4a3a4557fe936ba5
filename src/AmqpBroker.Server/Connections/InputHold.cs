using AmqpBroker.Core.Alarms;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Channels;

namespace AmqpBroker.Server.Connections;

/// <summary>
/// What keeps a connection from being read: a method that waits, answers nobody reads, a resource alarm, a disk that is
/// behind. Whatever the client sends meanwhile waits where it is, and its silence is no fault of its own.
/// </summary>
/// <remarks>Confined to the connection's input loop, but for <see cref="Wake"/>, <see cref="IsBlocked"/> and <see cref="IsInFlow"/>.</remarks>
internal sealed class InputHold(AmqpConnection connection, CancellationToken socketClosed)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _wake;
    private WaitingMethod? _method;
    private bool _isAlarmed;
    private volatile bool _isBlocked;
    private volatile bool _isInFlow;

    /// <summary>Whether it has published: such a connection waits while the disk is behind, others do not.</summary>
    public bool IsPublisher { get; set; }

    /// <summary>Whether it has published while an alarm stood, and waits for the end of the last. Any thread.</summary>
    public bool IsBlocked => _isBlocked;

    /// <summary>Whether it has published, and waits for a disk that is behind. Any thread.</summary>
    public bool IsInFlow => _isInFlow;

    /// <summary>Whether the client went away while it was blocked: what it had sent is not looked at any more.</summary>
    public bool IsAbandoned { get; private set; }

    private ResourceAlarms Alarms => connection.Broker.Alarms;

    /// <summary>Whether someone wants the connection to end.</summary>
    private bool IsCalled => connection.Lifetime.IsExpired || (connection.Lifetime.ShutdownRequest is not null && connection.State < ConnectionState.Closing);

    private bool IsClosed => socketClosed.IsCancellationRequested;

    /// <summary>Looks, once for each read, whether an alarm stands.</summary>
    public void BeginRead() => _isAlarmed = Alarms.AnyStands && connection.State == ConnectionState.Running;

    /// <summary>Whether an alarm stood when the read began: then each frame of a message counts by itself.</summary>
    public bool IsAlarmed => _isAlarmed;

    /// <summary>Whether no other frame may be handled now.</summary>
    /// <param name="type">The frame that has been.</param>
    public bool IsDueAfter(FrameType type) =>
        _method is not null || connection.Output.IsCongested || (_isAlarmed && type is FrameType.Header or FrameType.Body && Block());

    /// <summary>Has the loop wait for a method's handling before it handles anything else.</summary>
    /// <exception cref="AmqpException">The handling has ended so already.</exception>
    public void Await(ValueTask handling, MethodId id, AmqpChannel? channel = null)
    {
        if (handling.IsCompleted)
        {
            handling.GetAwaiter().GetResult();
        }
        else
        {
            connection.Lifetime.Pause();
            _method = new WaitingMethod(handling.AsTask(), id, channel);
        }
    }

    /// <summary>Waits until the connection may be read again.</summary>
    /// <param name="isWhole">Whether everything received has been handled.</param>
    public async ValueTask WaitAsync(bool isWhole)
    {
        if (_method is { } method)
        {
            _method = null;
            await FinishAsync(method);
        }

        if (!isWhole)
        {
            await WaitForOutputAsync();
        }

        if (_isBlocked)
        {
            await WaitForAlarmsAsync();
        }

        if (IsPublisher && connection.State == ConnectionState.Running)
        {
            if (connection.Broker.Journal is { IsBehind: true } journal)
            {
                await WaitForDiskAsync(() => journal.IsBehind, journal.WaitUntilCaughtUpAsync);
            }

            if (connection.Broker.Pager is { IsBehind: true } pager)
            {
                await WaitForDiskAsync(() => pager.IsBehind, pager.WaitUntilCaughtUpAsync);
            }
        }
    }

    /// <summary>Ends a wait early: there is a reason to look up. Any thread.</summary>
    public void Wake()
    {
        TaskCompletionSource? wake;
        lock (_lock)
        {
            wake = _wake;
            _wake = null;
        }

        wake?.SetResult();
    }

    // As in RabbitMQ it is content, not basic.publish, that shows a publisher: the frame that does so still counts.
    private bool Block() => _isBlocked = connection.State == ConnectionState.Running;

    /// <summary>Waits for a method's handling, and closes what it fails as if it had failed at once.</summary>
    private async ValueTask FinishAsync(WaitingMethod method)
    {
        try
        {
            await method.Handling;
        }
        catch (AmqpException exception)
        {
            exception.Method ??= method.Id;
            connection.Fail(exception, method.Channel);
        }
        finally
        {
            connection.Lifetime.Resume();
        }

        connection.Output.Flush();
    }

    /// <summary>Waits until the client has read enough, which it may do after it has sent its last.</summary>
    private Task WaitForOutputAsync()
    {
        // First the task, then the look: whoever calls in between completes it.
        var drained = connection.Output.WaitUntilDrainedAsync();
        return IsCalled ? Task.CompletedTask : drained;
    }

    /// <summary>Waits until no alarm stands any more, and tells the client of it if it wants to know.</summary>
    private async ValueTask WaitForAlarmsAsync()
    {
        var isTold = connection.Client.WantsBlockedNotification && Alarms.Reason is { Length: > 0 } reason && Tell(new ConnectionBlocked(reason));
        using var closing = socketClosed.UnsafeRegister(static hold => ((InputHold)hold!).Wake(), this);
        connection.Lifetime.Pause();
        try
        {
            while (true)
            {
                var (changed, woken) = (Alarms.NextChangeAsync(), NextWakeAsync());
                if (!Alarms.AnyStands || IsCalled || IsClosed)
                {
                    break;
                }

                await Task.WhenAny(changed, woken);
            }
        }
        finally
        {
            connection.Lifetime.Resume();
            _isBlocked = false;
        }

        // Who is gone will publish again after connecting again; meanwhile nothing of it may stay.
        IsAbandoned = IsClosed;
        if (isTold && !IsCalled && !IsClosed)
        {
            Tell(default(ConnectionUnblocked));
        }
    }

    /// <summary>Waits while the disk does not keep up with what is published.</summary>
    private async ValueTask WaitForDiskAsync(Func<bool> isBehind, Func<CancellationToken, Task> waitUntilCaughtUpAsync)
    {
        using var closing = socketClosed.UnsafeRegister(static hold => ((InputHold)hold!).Wake(), this);
        connection.Lifetime.Pause();
        _isInFlow = true;
        try
        {
            while (isBehind() && !IsCalled && !IsClosed)
            {
                var (changed, woken) = (Alarms.NextChangeAsync(), NextWakeAsync());
                if (Alarms.DiskStands)
                {
                    _isBlocked = true;
                    await WaitForAlarmsAsync();
                    connection.Lifetime.Pause();
                }
                else if (!IsCalled && !IsClosed)
                {
                    using var giveUp = new CancellationTokenSource();
                    var caughtUp = waitUntilCaughtUpAsync(giveUp.Token);
                    var first = await Task.WhenAny(caughtUp, changed, woken);
                    await giveUp.CancelAsync();
                    await first;
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // The broker goes; the next read says so.
        }
        finally
        {
            _isInFlow = false;
            connection.Lifetime.Resume();
        }
    }

    /// <summary>Ends with the next <see cref="Wake"/>. To miss none, take it first and see then whether there was one.</summary>
    private Task NextWakeAsync()
    {
        lock (_lock)
        {
            _wake ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _wake.Task;
        }
    }

    private bool Tell<T>(in T method)
        where T : struct, IAmqpMethod<T>
    {
        connection.Output.Write(0, in method);
        connection.Output.Flush();
        return true;
    }
}
