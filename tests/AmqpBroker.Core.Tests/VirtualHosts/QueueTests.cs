using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.VirtualHosts;

public sealed class QueueTests
{
    private const string Locked =
        "405 cannot obtain exclusive access to locked queue 'q' in vhost '/'. It could be originally declared on another connection or the exclusive property value does not match that of the original declaration.";

    private readonly VirtualHost _host = new("/");
    private readonly object _user = new();
    private readonly object _other = new();

    [Test]
    public void A_queue_declared_again_is_the_same_queue() => Assert.That(_host.Queue("q"), Is.SameAs(_host.DeclareQueue(Plain, _other)));

    [Test]
    public void A_missing_queue_is_named()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => _host.GetQueue("q", _user)), Is.EqualTo("404 no queue 'q' in vhost '/'"));
            Assert.That(_host.FindQueue("q", _user), Is.Null);
        }
    }

    [Test]
    public void An_exclusive_queue_is_locked_to_everyone_else()
    {
        var queue = _host.DeclareQueue(Plain with { ExclusiveOwner = _user }, _user);
        var none = FieldTable.Empty;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => _host.DeclareQueue(Plain, _other)), Is.EqualTo(Locked));
            Assert.That(Refused.By(() => _host.DeclareQueue(Plain with { ExclusiveOwner = _other }, _other)), Is.EqualTo(Locked));
            Assert.That(Refused.By(() => _host.GetQueue("q", _other)), Is.EqualTo(Locked));
            Assert.That(Refused.By(() => _host.FindQueue("q", _other)), Is.EqualTo(Locked));
            Assert.That(Refused.By(() => _host.BindQueue("q", "amq.topic", "", none, _other)), Is.EqualTo(Locked));
            Assert.That(Refused.By(() => _host.UnbindQueue("q", "amq.topic", "", none, _other)), Is.EqualTo(Locked));
            Assert.That(_host.Route("", "q"), Is.EqualTo("q"), "anyone may publish to it");
            Assert.That(_host.GetQueue("q", _user), Is.SameAs(queue));
            Assert.That(Refused.By(() => _host.BindQueue("q", "amq.topic", "", none, _user)), Is.Empty);
            Assert.That(Refused.By(() => _host.UnbindQueue("q", "amq.topic", "", none, _user)), Is.Empty);
        }
    }

    [Test]
    public void Exclusiveness_must_agree_either_way()
    {
        _host.DeclareQueue(Plain with { ExclusiveOwner = _user }, _user);
        var sharedNow = Refused.By(() => _host.DeclareQueue(Plain, _user));
        _host.DeleteQueue(_host.GetQueue("q", _user));
        _host.DeclareQueue(Plain, _user);

        var exclusiveNow = Refused.By(() => _host.DeclareQueue(Plain with { ExclusiveOwner = _user }, _user));

        Assert.That((sharedNow, exclusiveNow), Is.EqualTo((Locked, Locked)));
    }

    [Test]
    public void A_difference_is_named_in_the_order_exclusive_durable_auto_delete_arguments()
    {
        _host.DeclareQueue(Plain, _user);
        var arguments = Declared.Arguments(("x-max-length", FieldValue.From(2)), ("x-expires", FieldValue.From(1000)));
        var all = Plain with { ExclusiveOwner = _user, IsDurable = true, IsAutoDelete = true, Arguments = arguments };
        var shared = all with { ExclusiveOwner = null };
        const string inequivalent = "406 inequivalent arg '{0}' for queue 'q' in vhost '/': received {1} but current is {2}";

        var refusals = new[] { all, shared, shared with { IsDurable = false }, Plain with { Arguments = arguments } }
            .Select(declaration => Refused.By(() => _host.DeclareQueue(declaration, _user)));

        var expected = new (string Name, string Received, string Current)[]
        {
            ("durable", "'true'", "'false'"),
            ("auto_delete", "'true'", "'false'"),
            ("x-expires", "the value '1000' of type 'signedint'", "none"),
        }.Select(row => inequivalent.Replace("{0}", row.Name).Replace("{1}", row.Received).Replace("{2}", row.Current));
        Assert.That(refusals, Is.EqualTo(expected.Prepend(Locked)));
    }

    [Test]
    public void Every_compared_argument_is_compared([ValueSource(nameof(Compared))] (string Name, FieldValue First, FieldValue Second) row)
    {
        var (name, first, second) = row;
        // A routing key for dead letters needs an exchange for them.
        var rest = name == "x-dead-letter-routing-key" ? [("x-dead-letter-exchange", FieldValue.From("x"))] : Array.Empty<(string, FieldValue)>();
        var with = Plain with { Arguments = Declared.Arguments([(name, first), .. rest]) };
        var changed = Plain with { Arguments = Declared.Arguments([(name, second), .. rest]) };
        var without = Plain with { Arguments = Declared.Arguments(rest) };
        const string prefix = "406 inequivalent arg '";
        _host.DeclareQueue(with, _user);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => _host.DeclareQueue(with, _user)), Is.Empty);
            Assert.That(
                Refused.By(() => _host.DeclareQueue(changed, _user)),
                Is.EqualTo($"{prefix}{name}' for queue 'q' in vhost '/': received '{second.ToValueText()}' but current is '{first.ToValueText()}'"));
            Assert.That(
                Refused.By(() => _host.DeclareQueue(without, _user)),
                Is.EqualTo($"{prefix}{name}' for queue 'q' in vhost '/': received none but current is {first.ToErlangText()}"));
        }
    }

    [Test]
    public void What_means_the_same_is_equivalent()
    {
        _host.DeclareQueue(Plain with { Arguments = Declared.Arguments(("x-expires", FieldValue.From(1000))) }, _user);

        var refusal = Refused.By(() => _host.DeclareQueue(
            Plain with
            {
                Arguments = Declared.Arguments(
                    ("x-foo", FieldValue.From(1)),
                    ("x-queue-type", FieldValue.From("classic")),
                    ("x-expires", FieldValue.From(1000L))),
            },
            _user));

        Assert.That(refusal, Is.Empty);
    }

    [Test]
    public void Another_queue_type_is_not_equivalent()
    {
        _host.Queue("q");

        var refusal = Refused.By(() => _host.DeclareQueue(
            Plain with { Arguments = Declared.Arguments(("x-queue-type", FieldValue.From("quorum"))) }, _user));

        Assert.That(refusal, Is.EqualTo(
            "406 inequivalent arg 'x-queue-type' for queue 'q' in vhost '/': received the value 'quorum' of type 'longstr' but current is none"));
    }

    [Test]
    public void A_queue_that_is_there_is_judged_before_the_arguments_are()
    {
        _host.Queue("q");

        var refusal = Refused.By(() => _host.DeclareQueue(
            Plain with { IsDurable = true, Arguments = Declared.Arguments(("x-max-length", FieldValue.From("no number"))) }, _user));

        Assert.That(refusal, Does.StartWith("406 inequivalent arg 'durable'"));
    }

    [Test]
    public void A_queue_with_messages_ready_is_not_empty()
    {
        var queue = _host.Queue("q");
        queue.Enqueue(1);
        queue.Subscribe(new FakeSink().Consumer(queue));
        const QueueDeleteConditions both = QueueDeleteConditions.IfEmpty | QueueDeleteConditions.IfUnused;

        var notEmpty = Refused.By(() => _host.DeleteQueue(queue, both));
        queue.TryGet(out _);
        var inUse = Refused.By(() => _host.DeleteQueue(queue, both));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(notEmpty, Is.EqualTo("406 queue 'q' in vhost '/' not empty"), "judged first");
            Assert.That(inUse, Is.EqualTo("406 queue 'q' in vhost '/' in use"), "unacknowledged messages do not count");
            Assert.That(_host.FindQueue("q", _user), Is.SameAs(queue));
        }
    }

    [Test]
    public void A_queue_deleted_twice_leaves_its_successor_alone()
    {
        var queue = _host.Queue("q");
        _host.DeleteQueue(queue);
        var successor = _host.Queue("q");

        var again = _host.DeleteQueue(queue);
        _host.DeleteUnusedQueue(queue);

        Assert.That((again.Outcome, _host.FindQueue("q", _user)), Is.EqualTo((QueueDeleteOutcome.AlreadyGone, successor)));
    }

    [Test]
    public void An_unused_queue_goes_unless_another_consumer_has_come()
    {
        var queue = _host.Queue("q");
        _host.Bind("q", "amq.fanout");
        var consumer = new FakeSink().Subscribe(queue);

        _host.DeleteUnusedQueue(queue);
        var whileUsed = _host.Route("amq.fanout", "");
        queue.Unsubscribe(consumer);
        _host.DeleteUnusedQueue(queue);

        Assert.That((whileUsed, _host.Route("amq.fanout", "")), Is.EqualTo(("q", "")));
    }

    [Test]
    public void Deleting_a_queue_takes_its_bindings_along()
    {
        var queue = _host.Queue("q");
        _host.Bind("q", "amq.fanout");
        _host.Bind("q", "amq.topic", "#");

        _host.DeleteQueue(queue);
        _host.Queue("q");

        Assert.That((_host.Route("amq.fanout", ""), _host.Route("amq.topic", "")), Is.EqualTo(("", "")));
    }

    private static QueueDeclaration Plain { get; } = new() { Name = "q" };

    private static IEnumerable<(string Name, FieldValue First, FieldValue Second)> Compared()
    {
        foreach (var name in (string[])["x-expires", "x-message-ttl", "x-max-length", "x-max-length-bytes", "x-max-priority"])
        {
            yield return (name, FieldValue.From(10), FieldValue.From(20));
        }

        yield return ("x-dead-letter-exchange", FieldValue.From("x"), FieldValue.From("y"));
        yield return ("x-dead-letter-routing-key", FieldValue.From("x"), FieldValue.From("y"));
        yield return ("x-overflow", FieldValue.From("drop-head"), FieldValue.From("reject-publish"));
        yield return ("x-queue-mode", FieldValue.From("lazy"), FieldValue.From("default"));
        yield return ("x-single-active-consumer", FieldValue.From(true), FieldValue.From(false));
    }
}
