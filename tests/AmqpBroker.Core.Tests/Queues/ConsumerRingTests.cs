using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

public sealed class ConsumerRingTests
{
    private readonly ConsumerRing _ring = new();
    private readonly ClassicQueue _queue = new("/", new QueueDeclaration { Name = "q" });
    private readonly Dictionary<char, Consumer> _consumers = [];

    // A letter is the next in turn, -letter takes one off, +letter puts one on, * is nobody.
    [TestCase("+x +y +z", "x y z x y z x")]
    [TestCase("", "*")]
    [TestCase("+x +y +z", "x -x y z y z")]
    [TestCase("+x +y +z", "x -y z x z")]
    [TestCase("+x +y +z", "x y -x z y z")]
    [TestCase("+x +y +z", "x y z -z x y x")]
    [TestCase("+x +y", "x +z y z x")]
    [TestCase("+x", "x x -x * +y y")]
    public void Consumers_take_turns(string start, string turns)
    {
        foreach (var step in $"{start} {turns}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (step)
            {
                case ['+', var added]:
                    _ring.Add(Add(added));
                    break;
                case ['-', var removed]:
                    Assert.That(_ring.Remove(_consumers[removed]), Is.True);
                    break;
                default:
                    Assert.That(_ring.TakeNext()?.Tag ?? "*", Is.EqualTo(step));
                    break;
            }
        }
    }

    [Test]
    public void One_that_is_not_there_cannot_be_removed() => Assert.That(_ring.Remove(Add('x')), Is.False);

    [Test]
    public void Removing_all_leaves_none()
    {
        _ring.Add(Add('x'));
        _ring.Add(Add('y'));
        _ring.TakeNext();

        var removed = _ring.RemoveAll();

        Assert.That((removed.Length, _ring.Count, _ring.TakeNext()), Is.EqualTo((2, 0, (Consumer?)null)));
    }

    private Consumer Add(char tag)
    {
        var sink = new FakeSink();
        var consumer = new Consumer { Tag = tag.ToString(), Queue = _queue, Sink = sink, Window = sink.Window };
        consumer.Start();
        return _consumers[tag] = consumer;
    }
}
