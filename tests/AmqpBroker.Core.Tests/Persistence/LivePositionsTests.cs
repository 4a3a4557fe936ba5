using AmqpBroker.Core.Persistence;

namespace AmqpBroker.Core.Tests.Persistence;

public sealed class LivePositionsTests
{
    [Test]
    public void They_are_what_was_added_and_not_removed()
    {
        var random = new Random(1);
        var positions = new LivePositions();
        var model = new SortedSet<long>();
        for (var step = 0; step < 20_000; step++)
        {
            // A sparse stretch and a dense one, over several blocks.
            var position = random.Next(2) == 0 ? random.Next(20_000) : 1_000_000_000L + (random.Next(100) * 5_000);
            if (random.Next(3) > 0)
            {
                positions.Add(position);
                model.Add(position);
            }
            else
            {
                positions.Remove(position);
                model.Remove(position);
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(positions.Lowest, Is.EqualTo(model.Min));
            Assert.That(All(positions, 0, long.MaxValue - 1), Is.EqualTo(model));
            Assert.That(All(positions, 1234, 9876), Is.EqualTo(model.GetViewBetween(1234, 9876)));
        }

        foreach (var position in model)
        {
            positions.Remove(position);
        }

        Assert.That(positions.Lowest, Is.Null);
    }

    private static IEnumerable<long> All(LivePositions positions, long first, long last) =>
        positions.Between(first, last).Runs.SelectMany(run => Enumerable.Range(0, (int)(run.Last - run.First + 1)).Select(i => run.First + i));
}
