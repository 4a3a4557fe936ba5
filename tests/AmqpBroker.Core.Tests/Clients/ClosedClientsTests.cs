using System.Globalization;
using AmqpBroker.Core.Clients;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Clients;

public sealed class ClosedClientsTests
{
    [Test]
    public void The_last_thousand_are_remembered_the_newest_first()
    {
        var clock = new FakeTimeProvider();
        var closed = new ClosedClients(clock);

        for (var i = 0; i < ClosedClients.Capacity + 5; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            closed.Add(new ClosedClient
            {
                Connection = i.ToString(CultureInfo.InvariantCulture),
                User = "u",
                VirtualHost = "/",
                Initiator = CloseInitiator.Client,
                Text = "",
            });
        }

        var all = closed.List();
        Assert.That((all.Count, all[0].Connection, all[^1].Connection), Is.EqualTo((1000, "1004", "5")));
        Assert.That(all[0].ClosedAt, Is.EqualTo(clock.GetUtcNow()));
    }
}
