using AmqpBroker.Core.Deduplication;

namespace AmqpBroker.Core.Tests.Deduplication;

public sealed class QueueIdsTests
{
    private readonly QueueIds _ids = new() { IsJournaled = true };

    [Test]
    public void A_persistent_message_is_on_its_way_until_it_is_in_the_journal()
    {
        var message = Identified.Message("a", isPersistent: true);
        _ids.TryAdd(in message, 5);
        var before = _ids.Find(in message);
        _ids.NoteJournaled(in message, position: 4, lsn: 99);
        var another = _ids.Find(in message);

        _ids.NoteJournaled(in message, position: 5, lsn: 77);

        Assert.That((before.IsOnItsWay, another.IsOnItsWay, _ids.Find(in message)), Is.EqualTo((true, true, new DuplicateState(false, 77))));
    }

    [Test]
    public void A_transient_message_is_as_safe_as_it_will_be()
    {
        var message = Identified.Message("a");
        _ids.TryAdd(in message, 5);

        Assert.That(_ids.Find(in message), Is.EqualTo(DuplicateState.Safe));
    }
}
