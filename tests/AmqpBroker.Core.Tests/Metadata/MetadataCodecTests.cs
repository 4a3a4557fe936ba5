using System.Globalization;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Policies;
using NUnit.Framework.Constraints;

namespace AmqpBroker.Core.Tests.Metadata;

public sealed class MetadataCodecTests
{
    private static readonly QueueDeleted Deleted = new("/", "q", 258) { AutoDeleted = ["x"] };

    [Test]
    public void Every_command_is_read_as_it_was_written() => Property.Holds(Generate.Command, command =>
    {
        var read = MetadataCodec.Decode(MetadataCodec.KindOf(command), MetadataCodec.Encode(command));

        Assert.That(read, Is.EqualTo(command));
    });

    [Test]
    public void The_stored_form_is_the_documented_one()
    {
        var octets = Convert.ToHexString(MetadataCodec.Encode(Deleted));

        Assert.That(octets, Is.EqualTo("01" + "012F" + "0171" + "0000000000000102" + "00000001" + "0178"));
    }

    [Test]
    public void Stored_kinds_keep_their_numbers()
    {
        var kinds = Enum.GetValues<MetadataRecordKind>().Select(kind => string.Create(CultureInfo.InvariantCulture, $"{(int)kind} {kind}"));

        Assert.That(kinds, Is.EqualTo(new[]
        {
            "1 ExchangeDeclared", "2 ExchangeDeleted", "3 BindingAdded", "4 BindingRemoved", "5 QueueDeclared", "6 QueueDeleted",
            "7 PolicySet", "8 PolicyCleared", "9 VirtualHostLimitsSet", "10 UserLimitsSet", "11 ContainingExchangeDeclared",
            "12 BrokerFounded", "13 VirtualHostSet", "14 VirtualHostDeleted", "15 UserSet", "16 UserDeleted",
            "17 PermissionSet", "18 PermissionCleared", "19 TopicPermissionSet", "20 TopicPermissionCleared",
            "40 ParameterSet", "41 ParameterCleared",
        }));
        Assert.That(((int)PolicyKind.User, (int)PolicyKind.Operator), Is.EqualTo((0, 1)));
        Assert.That(
            ((int)PolicySubjects.Exchanges, (int)PolicySubjects.ClassicQueues, (int)PolicySubjects.QuorumQueues, (int)PolicySubjects.Streams),
            Is.EqualTo((1, 2, 4, 8)));
        Assert.That(((int)BindingDestination.Queue, (int)BindingDestination.Exchange), Is.EqualTo((0, 1)));
    }

    [Test]
    public void What_a_newer_broker_wrote_is_refused_and_says_so()
    {
        byte[] newer = [2, .. MetadataCodec.Encode(Deleted)[1..]];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => MetadataCodec.Decode(MetadataRecordKind.QueueDeleted, newer), Refused("newer broker"));
            Assert.That(() => MetadataCodec.Decode((MetadataRecordKind)99, MetadataCodec.Encode(Deleted)), Refused("kind 99"));
        }
    }

    [Test]
    public void A_command_cut_off_anywhere_or_too_long_is_refused()
    {
        var whole = MetadataCodec.Encode(Deleted);

        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Assert.That(() => MetadataCodec.Decode(MetadataRecordKind.QueueDeleted, cut), Throws.InstanceOf<MetadataStoreException>());
        }

        Assert.That(() => MetadataCodec.Decode(MetadataRecordKind.QueueDeleted, [.. whole, 0]), Throws.InstanceOf<MetadataStoreException>());
    }

    private static ContainsConstraint Refused(string because) =>
        Throws.InstanceOf<MetadataStoreException>().With.Message.Contains(because);
}
