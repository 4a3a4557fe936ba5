using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Tests;
using AmqpBroker.Server.Output;
using FsCheck.Fluent;

namespace AmqpBroker.Server.Tests.Output;

public sealed class UnackedTableTests
{
    private static readonly Queue SomeQueue = new ClassicQueue("/", new QueueDeclaration { Name = "q" });

    [Test]
    public void It_does_what_a_sorted_dictionary_would() => Property.Holds(
        Gen.Choose(0, 9).Zip(Gen.Choose(0, 1 << 20)).ArrayOf(400),
        Compare);

    [Test]
    public void Settling_in_order_keeps_it_small()
    {
        var table = new UnackedTable();
        for (ulong tag = 1; tag <= 100_000; tag++)
        {
            table.Add(Delivery(tag));
            if (tag > 10)
            {
                table.TryTake(tag - 10, out _);
            }
        }

        Assert.That((table.Count, table.Capacity), Is.EqualTo((10, 16)));
    }

    [Test]
    public void One_held_back_does_not_let_it_grow_with_those_settled_behind_it()
    {
        var table = new UnackedTable();
        table.Add(Delivery(1));
        for (ulong tag = 2; tag <= 100_000; tag++)
        {
            table.Add(Delivery(tag));
            table.TryTake(tag, out _);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Count, Is.EqualTo(1));
            Assert.That(table.Capacity, Is.EqualTo(16));
            Assert.That(table.Contains(1), Is.True);
        }
    }

    [Test]
    public void Every_other_one_held_back_takes_room_for_those_only()
    {
        var table = new UnackedTable();
        for (ulong tag = 1; tag <= 100_000; tag++)
        {
            table.Add(Delivery(tag));
            if (tag % 2 == 0)
            {
                table.TryTake(tag, out _);
            }
        }

        Assert.That(table.Capacity, Is.LessThanOrEqualTo(131_072));
    }

    [Test]
    public void A_burst_that_is_over_leaves_no_memory_behind([Values] bool inOrder)
    {
        var table = new UnackedTable();
        for (ulong tag = 1; tag <= 100_000; tag++)
        {
            table.Add(Delivery(tag));
        }

        for (ulong i = 1; i <= 100_000; i++)
        {
            Assert.That(table.TryTake(inOrder ? i : 100_001 - i, out _), Is.True);
        }

        Assert.That((table.Count, table.Capacity), Is.EqualTo((0, 0)));
        table.Add(Delivery(200_000));
        Assert.That(table.Contains(200_000), Is.True);
    }

    private static void Compare((int Kind, int Choice)[] steps)
    {
        var table = new UnackedTable();
        var model = new SortedDictionary<ulong, UnackedDelivery>();
        var last = 0UL;
        foreach (var (kind, choice) in steps)
        {
            var tag = last == 0 ? 0 : (ulong)choice % (last + 2);
            switch (kind)
            {
                case < 5:
                    last += (ulong)(choice % 3) + 1;
                    table.Add(Delivery(last));
                    model.Add(last, Delivery(last));
                    break;
                case < 7:
                    Assert.That(table.TryTake(tag, out var taken), Is.EqualTo(model.Remove(tag, out var expected)));
                    Assert.That(taken, Is.EqualTo(expected));
                    break;
                case < 9:
                    var first = model.Count > 0 && model.First().Key <= tag ? model.First().Value : default;
                    Assert.That(table.TryTakeFirst(tag, out var one), Is.EqualTo(model.Remove(first.Tag)));
                    Assert.That(one, Is.EqualTo(first));
                    break;
                default:
                    Assert.That(table.Contains(tag), Is.EqualTo(model.ContainsKey(tag)));
                    break;
            }

            Assert.That(table.Count, Is.EqualTo(model.Count));
        }

        foreach (var (_, delivery) in model)
        {
            Assert.That(table.TryTakeFirst(ulong.MaxValue, out var rest), Is.True);
            Assert.That(rest, Is.EqualTo(delivery));
        }

        Assert.That(table.TryTakeFirst(ulong.MaxValue, out _), Is.False);
    }

    private static UnackedDelivery Delivery(ulong tag) => new(tag, SomeQueue, Consumer: null, default);
}
