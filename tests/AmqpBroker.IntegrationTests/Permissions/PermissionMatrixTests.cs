using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.IntegrationTests.Permissions;

/// <summary>Each operation with and without each right: what is asked, of what, and in which order, as RabbitMQ 3.10.8 does.</summary>
/// <remarks>The cases use the same names, one after the other: each begins by removing what another has left.</remarks>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class PermissionMatrixTests
{
    private const string Password = "secret";
    private const string NotThere = "not there";

    private static readonly GuardedOperation[] Operations =
    [
        new("queue.declare", c => c.QueueDeclareAsync("q.new", false, false, false), (Right.Configure, "queue 'q.new'")),
        new("queue.declare of one that is there", c => c.QueueDeclareAsync("q", false, false, false), (Right.Configure, "queue 'q'")),
        new("queue.declare, passive", c => c.QueueDeclarePassiveAsync("q")),
        new(
            "queue.declare with a dead-letter exchange",
            c => c.QueueDeclareAsync("q.dlx", false, false, false, Argument("x-dead-letter-exchange", "x")),
            (Right.Configure, "queue 'q.dlx'"),
            (Right.Read, "queue 'q.dlx'"),
            (Right.Write, "exchange 'x'")),
        new(
            "queue.declare with the default exchange for dead letters",
            c => c.QueueDeclareAsync("q.dlx", false, false, false, Argument("x-dead-letter-exchange", "")),
            (Right.Configure, "queue 'q.dlx'"),
            (Right.Read, "queue 'q.dlx'"),
            (Right.Write, "exchange 'amq.default'")),
        new(
            "queue.declare of one that is there, with a dead-letter exchange",
            c => c.QueueDeclareAsync("q.dead", false, false, false, Argument("x-dead-letter-exchange", "x")),
            (Right.Configure, "queue 'q.dead'")),
        new("queue.delete", c => c.QueueDeleteAsync("q.new"), (Right.Configure, "queue 'q.new'")),
        new("queue.purge", c => c.QueuePurgeAsync("q"), (Right.Read, "queue 'q'")),
        new("queue.bind", c => c.QueueBindAsync("q", "x", "k"), (Right.Write, "queue 'q'"), (Right.Read, "exchange 'x'")),
        new("queue.unbind", c => c.QueueUnbindAsync("q", "x", "k"), (Right.Write, "queue 'q'"), (Right.Read, "exchange 'x'")),
        new("exchange.declare", c => c.ExchangeDeclareAsync("x.new", "direct"), (Right.Configure, "exchange 'x.new'")),
        new("exchange.declare, passive", c => c.ExchangeDeclarePassiveAsync("x")),
        new(
            "exchange.declare with an alternate",
            c => c.ExchangeDeclareAsync("x.ae", "direct", false, false, Argument("alternate-exchange", "x")),
            (Right.Configure, "exchange 'x.ae'"),
            (Right.Read, "exchange 'x.ae'"),
            (Right.Write, "exchange 'x'")),
        new(
            "exchange.declare of one that is there, with an alternate",
            c => c.ExchangeDeclareAsync("x.alternating", "direct", false, false, Argument("alternate-exchange", "x")),
            (Right.Configure, "exchange 'x.alternating'")),
        new("exchange.delete", c => c.ExchangeDeleteAsync("x.new"), (Right.Configure, "exchange 'x.new'")),
        new("exchange.bind", c => c.ExchangeBindAsync("y", "x", "k"), (Right.Write, "exchange 'y'"), (Right.Read, "exchange 'x'")),
        new("exchange.unbind", c => c.ExchangeUnbindAsync("y", "x", "k"), (Right.Write, "exchange 'y'"), (Right.Read, "exchange 'x'")),
        new("basic.publish", c => PublishAsync(c, "x"), (Right.Write, "exchange 'x'")),
        new("basic.publish to the default exchange", c => PublishAsync(c, ""), (Right.Write, "exchange 'amq.default'")),
        new("basic.get", c => c.BasicGetAsync("q", true), (Right.Read, "queue 'q'")),
        new("basic.get from a queue that is not there", c => c.BasicGetAsync("q.none", true), (Right.Read, "queue 'q.none'"), (Right.Read, NotThere)),
        new("basic.consume", ConsumeAsync, (Right.Read, "queue 'q'")),
        new("basic.consume of direct replies", c => c.BasicConsumeAsync("amq.rabbitmq.reply-to", true, new AsyncDefaultBasicConsumer(c))),
        new("basic.qos", c => c.BasicQosAsync(0, 1, false)),
    ];

    private static EmbeddedBroker? _broker;

    private static IEnumerable<TestCaseData> Cases =>
        from operation in Operations
        from rights in Enumerable.Range(0, 8)
        select new TestCaseData(operation, rights).SetArgDisplayNames(operation.Name, TextOf(rights));

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        var cancellationToken = CancellationToken.None;
        _broker = await EmbeddedBroker.StartAsync(directory: null, cancellationToken);
        var broker = _broker.Broker;
        for (var rights = 0; rights < 8; rights++)
        {
            var user = TextOf(rights);
            await broker.Users.PutAsync(new User(user, PasswordAlgorithms.Hash("secret"u8, PasswordHashing.Sha256), []));
            await broker.Permissions.SetAsync(new UserPermission(user, "/", PatternOf(rights, Right.Configure), PatternOf(rights, Right.Write), PatternOf(rights, Right.Read)));
        }

        await using var client = await _broker.ConnectAsync(cancellationToken);
        await client.Channel.ExchangeDeclareAsync("x", "direct", cancellationToken: cancellationToken);
        await client.Channel.ExchangeDeclareAsync("y", "direct", cancellationToken: cancellationToken);
        await client.Channel.QueueDeclareAsync("q", false, false, false, cancellationToken: cancellationToken);
        await client.Channel.QueueDeclareAsync("q.dead", false, false, false, Argument("x-dead-letter-exchange", "x"), cancellationToken: cancellationToken);
        await client.Channel.ExchangeDeclareAsync("x.alternating", "direct", false, false, Argument("alternate-exchange", "x"), cancellationToken: cancellationToken);
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task An_operation_asks_for_its_rights_one_after_the_other(object operation, int rights, CancellationToken cancellationToken)
    {
        var guarded = (GuardedOperation)operation;
        await RemoveNewAsync(cancellationToken);
        var factory = _broker!.Factory;
        (factory.UserName, factory.Password) = (TextOf(rights), Password);
        await using var client = await TestClient.ConnectAsync(factory, cancellationToken);
        var missing = guarded.Needs.FirstOrDefault(need => need.Resource == NotThere || PatternOf(rights, need.Right) == "^$");

        var reason = await RunAsync(guarded, client.Channel);

        var expected = missing.Resource switch
        {
            null => "",
            NotThere => "404 NOT_FOUND - no queue 'q.none' in vhost '/'",
            _ => $"403 ACCESS_REFUSED - access to {missing.Resource} in vhost '/' refused for user '{TextOf(rights)}'",
        };
        Assert.That(reason, Is.EqualTo(expected));
        Assert.That(client.Connection.IsOpen, "the connection goes on");
    }

    private static async Task<string> RunAsync(GuardedOperation operation, IChannel channel)
    {
        try
        {
            await operation.Run(channel);
            return "";
        }
        catch (Exception refused) when (refused is OperationInterruptedException or PublishException)
        {
            return $"{channel.CloseReason?.ReplyCode} {channel.CloseReason?.ReplyText}";
        }
    }

    private static async Task RemoveNewAsync(CancellationToken cancellationToken)
    {
        await using var client = await _broker!.ConnectAsync(cancellationToken);
        await client.Channel.QueueDeleteAsync("q.new", cancellationToken: cancellationToken);
        await client.Channel.QueueDeleteAsync("q.dlx", cancellationToken: cancellationToken);
        await client.Channel.ExchangeDeleteAsync("x.new", cancellationToken: cancellationToken);
        await client.Channel.ExchangeDeleteAsync("x.ae", cancellationToken: cancellationToken);
    }

    private static string TextOf(int rights) =>
        string.Concat(Enum.GetValues<Right>().Select(right => (rights & (1 << (int)right)) != 0 ? char.ToLowerInvariant(right.ToString()[0]) : '-'));

    private static string PatternOf(int rights, Right right) => (rights & (1 << (int)right)) != 0 ? ".*" : "^$";

    private static Dictionary<string, object?> Argument(string name, object value) => new(StringComparer.Ordinal) { [name] = value };

    private static Task PublishAsync(IChannel channel, string exchange) => channel.BasicPublishAsync(exchange, "q", ReadOnlyMemory<byte>.Empty).AsTask();

    private static async Task ConsumeAsync(IChannel channel)
    {
        var tag = await channel.BasicConsumeAsync("q", true, new AsyncDefaultBasicConsumer(channel));
        await channel.BasicCancelAsync(tag);
    }
}
