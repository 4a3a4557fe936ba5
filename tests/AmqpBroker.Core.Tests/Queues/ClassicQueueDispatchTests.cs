using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Who becomes the dispatcher, and that no wish to be served gets lost between two of them.</summary>
public sealed class ClassicQueueDispatchTests
{
    private readonly ClassicQueue _queue = new("/", new QueueDeclaration { Name = "q" });
    private readonly FakeSink _sink = new();

    [Test]
    public void A_sink_that_drains_while_the_dispatcher_gives_up_is_served()
    {
        _queue.Enqueue(1);
        _sink.Subscribe(_queue);
        _sink.IsBlocked = true;
        var looks = 0;
        _sink.BeforeLook = () =>
        {
            // The second look comes after the sink was asked to call back, and still finds it blocked.
            if (++looks == 2)
            {
                OnAnotherThread(_sink.Unblock);
            }
        };

        _queue.Dispatch();

        Assert.That(_sink.Numbers, Is.EqualTo(new[] { 1 }));
    }

    private static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true };
        thread.Start();
        Assert.That(thread.Join(TimeSpan.FromSeconds(10)), Is.True, "Dispatch must not wait for the dispatcher");
    }
}
