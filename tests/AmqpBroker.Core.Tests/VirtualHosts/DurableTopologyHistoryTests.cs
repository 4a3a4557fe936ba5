using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Core.Tests.VirtualHosts;

/// <summary>Whatever clients do at once, and in whatever order it becomes safe: what is kept is what is there.</summary>
public sealed class DurableTopologyHistoryTests
{
    private static readonly object User = new();

    /// <summary>What to do, and to which of the few things there are.</summary>
    private static Gen<int[]> Step { get; } = Gen.Choose(0, 999).ArrayOf(6);

    [Test]
    public void What_is_kept_is_what_is_there() =>
        Property.Holds(Step.ArrayOf(120), history => AssertKept(history).GetAwaiter().GetResult(), runs: 400);

    private static async Task AssertKept(int[][] history)
    {
        var store = new HeldStore { Order = new Random(history[0][0]) };
        var host = new VirtualHost("/", store);
        var underWay = new List<Task>();
        foreach (var step in history)
        {
            if (step[0] % 3 == 0)
            {
                ReleaseOne(store, step[1]);
            }
            else
            {
                underWay.Add(IgnoreRefusal(DoAsync(host, step)));
            }
        }

        while (!underWay.TrueForAll(task => task.IsCompleted))
        {
            ReleaseOne(store, history.Length);
            await Task.Yield();
        }

        await Task.WhenAll(underWay);
        Assert.That(Kept(store), Is.EqualTo(There(host)));
    }

    private static void ReleaseOne(HeldStore store, int which)
    {
        if (store.Waiting.Count is > 0 and var count)
        {
            store.Release(which % count);
        }
    }

    private static async Task IgnoreRefusal(Task doing)
    {
        try
        {
            await doing;
        }
        catch (ChannelException)
        {
            // As good an answer as any.
        }
    }

    private static Task DoAsync(VirtualHost host, int[] step)
    {
        var (exchange, other) = ($"x{step[2] % 3}", $"x{step[3] % 3}");
        var (queue, key) = ($"q{step[4] % 3}", $"{step[5] % 2}");
        var none = FieldTable.Empty;
        return (step[1] % 10) switch
        {
            0 or 1 => host.DeclareExchangeAsync(new ExchangeDeclaration
            {
                Name = exchange,
                Type = ExchangeType.Get("direct"),
                IsDurable = step[4] % 3 > 0,
                IsAutoDelete = step[5] % 3 > 0,
            }).AsTask(),
            2 or 3 => host.DeclareQueueAsync(
                new QueueDeclaration { Name = queue, IsDurable = step[5] % 3 > 0, ExclusiveOwner = step[5] % 6 == 0 ? User : null }, User).AsTask(),
            4 or 5 => host.BindQueueAsync(queue, exchange, key, none, User).AsTask(),
            6 => host.BindExchangeAsync(other, exchange, key, none).AsTask(),
            7 => host.UnbindQueueAsync(queue, exchange, key, none, User).AsTask(),
            8 => step[3] % 3 == 0 ? host.DeleteExchangeAsync(exchange, ifUnused: step[5] % 2 == 0).AsTask() : host.UnbindExchangeAsync(other, exchange, key, none).AsTask(),
            _ => host.FindQueue(queue, User) is { } found ? host.DeleteQueueAsync(found).AsTask() : Task.CompletedTask,
        };
    }

    private static string[] Kept(HeldStore store) => [.. store.Load().Select(Show).Order(StringComparer.Ordinal)];

    /// <summary>The durable things of a virtual host, as the store would show them.</summary>
    private static string[] There(VirtualHost host)
    {
        var exchanges = host.ListExchanges();
        return
        [
            .. exchanges.Where(exchange => exchange.Declaration.IsDurable && exchange.Name.StartsWith('x'))
                .Select(MetadataCommand (exchange) => new ExchangeDeclared("/", exchange.Declaration))
                .Concat(host.ListQueues().Where(queue => queue.Id != 0).Select(queue => new QueueDeclared("/", queue.Declaration)))
                .Concat(exchanges.SelectMany(exchange => exchange.Bindings).Where(binding => binding.IsDurable)
                    .Select(binding => new BindingAdded("/", BindingDefinition.Of(binding))))
                .Select(Show)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Show(MetadataCommand command) => $"{command}";
}
