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

    [Test]
    public void Whoever_finds_a_dispatcher_leaves_the_work_to_it()
    {
        var dispatchers = new HashSet<int>();
        _sink.Subscribe(_queue);
        _sink.BeforeDelivery = _ =>
        {
            dispatchers.Add(Environment.CurrentManagedThreadId);
            if (_sink.Received.Count == 0)
            {
                OnAnotherThread(() => _queue.Publish(2, 3));
            }
        };

        _queue.Publish(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sink.Numbers, Is.EqualTo(new[] { 1, 2, 3 }));
            Assert.That(dispatchers, Is.EqualTo(new[] { Environment.CurrentManagedThreadId }));
        }
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task After_its_fair_share_a_thread_hands_the_role_to_the_thread_pool(CancellationToken cancellationToken)
    {
        const int total = 50 * 512;
        var publisher = Environment.CurrentManagedThreadId;
        var byPublisher = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var returned = new ManualResetEventSlim();
        using var registration = cancellationToken.Register(() => all.TrySetCanceled());
        _sink.BeforeDelivery = _ =>
        {
            if (Environment.CurrentManagedThreadId == publisher)
            {
                byPublisher++;
            }
            else
            {
                // The pool goes on only when the publisher has been let go.
                returned.Wait(cancellationToken);
            }
        };
        _sink.AfterDelivery = () =>
        {
            if (_sink.Received.Count == total)
            {
                all.SetResult();
            }
        };
        _queue.Enqueue(Enumerable.Range(1, total));
        _sink.Subscribe(_queue);

        _queue.Dispatch();

        var publisherGot = _sink.Received.Count;
        returned.Set();
        await all.Task;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(byPublisher, Is.InRange(1, 49));
            Assert.That(publisherGot, Is.EqualTo(byPublisher * 512));
            Assert.That(_sink.Numbers, Is.EqualTo(Enumerable.Range(1, total)));
        }
    }

    [Test]
    public void A_consumer_gets_nothing_before_it_is_started()
    {
        var consumer = _sink.Consumer(_queue);
        _queue.Subscribe(consumer);

        _queue.Publish(1);

        Assert.That(_sink.Received, Is.Empty);
    }

    [Test]
    public void A_consumer_cancelled_in_mid_batch_gets_nothing_and_its_messages_return_to_their_places_unflagged()
    {
        var first = _sink.Subscribe(_queue);
        var second = _sink.Subscribe(_queue);
        var isCancelled = false;
        _sink.BeforeDelivery = consumer =>
        {
            if (consumer == first && !isCancelled)
            {
                isCancelled = true;
                _sink.Unknown.Add(second);
                _queue.Unsubscribe(second);
                _sink.Unknown.Add(first);
            }
        };

        _queue.Publish(1, 2, 3, 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sink.Received, Is.Empty);
            Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(4, 0, 1)));
            Assert.That(_queue.GetAll(), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        }
    }

    [Test]
    public void What_a_cancelled_consumer_would_have_got_goes_to_the_next()
    {
        var gone = _sink.Subscribe(_queue);
        _sink.Unknown.Add(gone);
        var other = new FakeSink();
        other.Subscribe(_queue);

        _queue.Publish(1, 2, 3);

        Assert.That(other.Numbers.Order(), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void A_place_in_the_window_comes_back_from_a_refused_delivery()
    {
        _sink.Window.Set(1, 0);
        _sink.Unknown.Add(_sink.Subscribe(_queue));

        _queue.Publish(1);

        Assert.That(_sink.Window.TryTake(), Is.True);
    }

    [Test]
    public void A_message_that_was_redelivered_keeps_its_flag_when_it_is_refused()
    {
        _queue.Enqueue(1);
        _queue.TryGet(out var got);
        _queue.Settle([new SettledDelivery(got.Record, null)], SettleOutcome.Requeue);
        _sink.Unknown.Add(_sink.Subscribe(_queue));

        _queue.Dispatch();

        Assert.That(_queue.GetAll(), Is.EqualTo(new[] { -1 }));
    }

    [Test]
    public void A_full_socket_is_asked_once_to_call_back()
    {
        _sink.Subscribe(_queue);
        _sink.IsBlocked = true;

        _queue.Publish(1);
        _queue.Publish(2);

        Assert.That(_sink.Requests, Is.EqualTo(1));
    }

    [Test]
    public void A_full_socket_leaves_the_messages_to_other_consumers()
    {
        var other = new FakeSink();
        _sink.Subscribe(_queue);
        _sink.IsBlocked = true;
        other.Subscribe(_queue);

        _queue.Publish(1, 2, 3);

        Assert.That(other.Numbers, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    private static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true };
        thread.Start();
        Assert.That(thread.Join(TimeSpan.FromSeconds(10)), Is.True, "Dispatch must not wait for the dispatcher");
    }
}
