using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Core.Tests.Statistics;

public sealed class StatColumnTests
{
    private const int Length = 206;

    [TestCase(1)]
    [TestCase(200)]
    [TestCase(30_000)]
    [TestCase(1_000_000)]
    [TestCase(long.MaxValue / 1000)]
    public void It_holds_what_a_plain_list_of_numbers_would(long largest)
    {
        var random = new Random(5);
        var column = new StatColumn(Length);
        var plain = new long[Length];

        for (var step = 0; step < 3_000; step++)
        {
            // Few slots at first, all in the end.
            var index = random.Next(Math.Min(Length, 4 + (step / 10)));
            if (random.Next(4) == 0)
            {
                column.Clear(index);
                plain[index] = 0;
            }
            else
            {
                var delta = random.NextInt64(-largest / 2, largest);
                column.Add(index, delta);
                plain[index] += delta;
            }

            Assert.That(column[index], Is.EqualTo(plain[index]));
        }

        Assert.That(Enumerable.Range(0, Length).Select(index => column[index]), Is.EqualTo(plain));
    }

    [Test]
    public void Few_changes_take_little_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var column = new StatColumn(Length);
        column.Add(5, 500);
        column.Add(150, 500);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(150));
    }

    [Test]
    public void Slots_that_are_emptied_make_room_for_others()
    {
        var column = new StatColumn(Length);
        column.Add(0, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var index = 1; index < Length; index++)
        {
            column.Add(index, index);
            column.Clear(index - 1);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread(), Is.EqualTo(before));
        Assert.That(column[Length - 1], Is.EqualTo(Length - 1));
    }
}
