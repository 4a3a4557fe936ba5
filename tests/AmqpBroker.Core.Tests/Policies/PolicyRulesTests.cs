using AmqpBroker.Core.Policies;
using AmqpBroker.Protocol.Fields;
using static AmqpBroker.Core.Tests.Policies.Asked;

namespace AmqpBroker.Core.Tests.Policies;

public sealed class PolicyRulesTests
{
    private const PolicySubjects Classic = PolicySubjects.ClassicQueues;

    [Test]
    public void Of_those_that_match_the_one_of_the_highest_priority_holds()
    {
        var rules = PolicyRules.Empty
            .With(PolicyKind.User, Make("low", "^q", 1))
            .With(PolicyKind.User, Make("high", "^q", 5))
            .With(PolicyKind.User, Make("other", "^z", 9));

        Assert.That(UserOf(rules, "q1"), Is.EqualTo("high"));
    }

    [Test]
    public void Among_equals_the_first_by_name_holds_whatever_came_first()
    {
        var rules = PolicyRules.Empty.With(PolicyKind.User, Make("b", "", 1)).With(PolicyKind.User, Make("a", "", 1)).With(PolicyKind.User, Make("c", "", 1));

        Assert.That(UserOf(rules, "q"), Is.EqualTo("a"));
    }

    [TestCase(PolicySubjects.All, "xcqs")]
    [TestCase(PolicySubjects.Exchanges, "x")]
    [TestCase(PolicySubjects.Queues, "cqs")]
    [TestCase(PolicySubjects.ClassicQueues, "c")]
    [TestCase(PolicySubjects.QuorumQueues, "q")]
    [TestCase(PolicySubjects.Streams, "s")]
    public void A_policy_holds_for_what_it_applies_to(PolicySubjects appliesTo, string expected) =>
        Assert.That(SubjectsOf(Make("p", "", appliesTo: appliesTo, definition: Setting("max-length-bytes", 1))), Is.EqualTo(expected));

    // As seen on RabbitMQ 3.10.8.
    [TestCase("delivery-limit", "xq")]
    [TestCase("max-age", "xs")]
    [TestCase("max-in-memory-length", "xcq")]
    [TestCase("max-in-memory-bytes", "xcq")]
    [TestCase("queue-mode", "xc")]
    [TestCase("ha-mode", "xc")]
    [TestCase("dead-letter-strategy", "xq")]
    [TestCase("queue-leader-locator", "xqs")]
    [TestCase("stream-max-segment-size-bytes", "xs")]
    [TestCase("initial-cluster-size", "xs")]
    [TestCase("alternate-exchange", "xcqs")]
    [TestCase("overflow", "xcq")]
    [TestCase("queue-version", "xcqs")]
    [TestCase("queue-master-locator", "xc")]
    [TestCase("expires", "xcq")]
    [TestCase("message-ttl", "xcq")]
    [TestCase("max-length", "xcq")]
    [TestCase("max-length-bytes", "xcqs")]
    [TestCase("dead-letter-exchange", "xcq")]
    [TestCase("dead-letter-routing-key", "xcq")]
    public void A_policy_with_a_setting_that_a_queue_type_lacks_does_not_hold_for_it(string key, string expected) =>
        Assert.That(SubjectsOf(Make("p", "", definition: Setting(key, 1))), Is.EqualTo(expected));

    [Test]
    public void A_policy_that_does_not_apply_leaves_the_place_to_the_next()
    {
        var rules = PolicyRules.Empty.With(PolicyKind.User, Make("high", "", 5, definition: Setting("delivery-limit", 1))).With(PolicyKind.User, Make("low", "", 1));

        Assert.That(UserOf(rules, "q"), Is.EqualTo("low"));
    }

    [Test]
    public void Of_two_limits_the_lower_holds_and_of_other_things_what_the_operator_says()
    {
        var rules = PolicyRules.Empty
            .With(PolicyKind.User, Make("u", "", definition: [Setting("max-length", 10), Setting("expires", 5), Setting("overflow", "drop-head"), Setting("queue-mode", "lazy")]))
            .With(PolicyKind.Operator, Make("o", "", definition: [Setting("max-length", 20), Setting("expires", 3), Setting("overflow", "reject-publish"), Setting("message-ttl", 7)]));

        var policy = rules.Find("q", Classic).Policy;

        Assert.That((policy.User!.Name, policy.Operator!.Name), Is.EqualTo(("u", "o")));
        Assert.That(policy.Definition, Is.EquivalentTo(new[]
        {
            Setting("max-length", 10), Setting("expires", 3), Setting("overflow", "reject-publish"), Setting("queue-mode", "lazy"), Setting("message-ttl", 7),
        }));
    }

    [Test]
    public void Following_the_changes_one_by_one_comes_to_the_same_as_looking_anew([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        string[] names = ["a", "ab", "abc", "b", "bc"];
        var rules = PolicyRules.Empty;
        var held = names.ToDictionary(name => name, _ => HeldPolicy.None);
        for (var step = 0; step < 200; step++)
        {
            rules = Change(rules, random);
            foreach (var name in names.Where(_ => random.Next(10) > 0))
            {
                held[name] = rules.Follow(held[name], name, Classic);
                var anew = rules.Find(name, Classic);
                Assert.That(
                    (held[name].Policy.User, held[name].Policy.Operator, held[name].Version),
                    Is.EqualTo((anew.Policy.User, anew.Policy.Operator, anew.Version)),
                    $"step {step}, {name}");
            }
        }
    }

    private static PolicyRules Change(PolicyRules rules, Random random)
    {
        var kind = random.Next(3) == 0 ? PolicyKind.Operator : PolicyKind.User;
        var name = $"p{random.Next(5)}";
        if (random.Next(3) == 0 && rules.Get(kind, name) is not null)
        {
            return rules.Without(kind, name);
        }

        var pattern = ((string[])["", "^a", "b", "^abc$", "z"])[random.Next(5)];
        return rules.With(kind, Make(name, pattern, random.Next(4), random.Next(5) == 0 ? PolicySubjects.Exchanges : PolicySubjects.All));
    }

    private static string SubjectsOf(Policy policy)
    {
        var rules = PolicyRules.Empty.With(PolicyKind.User, policy);
        (PolicySubjects Subject, char Letter)[] all = [(PolicySubjects.Exchanges, 'x'), (Classic, 'c'), (PolicySubjects.QuorumQueues, 'q'), (PolicySubjects.Streams, 's')];
        return string.Concat(all.Where(one => rules.Find("q", one.Subject).Policy.User is not null).Select(one => one.Letter));
    }

    private static string? UserOf(PolicyRules rules, string name) => rules.Find(name, Classic).Policy.User?.Name;

    private static Policy Make(
        string name, string pattern, double priority = 0, PolicySubjects appliesTo = PolicySubjects.All, params FieldEntry[] definition) => new()
        {
            Name = name,
            Pattern = pattern,
            Priority = priority,
            AppliesTo = appliesTo,
            Definition = FieldTable.Of(definition.Length > 0 ? definition : [Setting("max-length", 1)]),
        };
}
