using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.VirtualHosts;

/// <summary>Shorthand for declaring, binding and routing in a virtual host that has nothing to wait for.</summary>
internal static class Declared
{
    /// <summary>A connection.</summary>
    public static readonly object User = new();

    public static Queue Queue(this VirtualHost host, string name) =>
        host.DeclareQueue(new QueueDeclaration { Name = name }, User);

    public static void Exchange(
        this VirtualHost host, string name, string type = "direct", bool isAutoDelete = false, string? alternate = null) =>
        host.DeclareExchange(new ExchangeDeclaration
        {
            Name = name,
            Type = ExchangeType.Get(type),
            IsAutoDelete = isAutoDelete,
            Arguments = alternate is null ? FieldTable.Empty : Arguments(("alternate-exchange", FieldValue.From(alternate))),
        });

    public static void Bind(this VirtualHost host, string queue, string exchange, string key = "", FieldTable? arguments = null) =>
        host.BindQueue(queue, exchange, key, arguments ?? FieldTable.Empty, User);

    public static void Unbind(this VirtualHost host, string queue, string exchange, string key = "", FieldTable? arguments = null) =>
        host.UnbindQueue(queue, exchange, key, arguments ?? FieldTable.Empty, User);

    public static Queue DeclareQueue(this VirtualHost host, QueueDeclaration declaration, object user) =>
        AtOnce(host.DeclareQueueAsync(declaration, user));

    public static void DeclareExchange(this VirtualHost host, ExchangeDeclaration declaration) =>
        AtOnce(host.DeclareExchangeAsync(declaration));

    public static void DeleteExchange(this VirtualHost host, string name, bool ifUnused) =>
        AtOnce(host.DeleteExchangeAsync(name, ifUnused));

    public static void BindQueue(
        this VirtualHost host, string queue, string exchange, string key, FieldTable arguments, object user) =>
        AtOnce(host.BindQueueAsync(queue, exchange, key, arguments, user));

    public static void UnbindQueue(
        this VirtualHost host, string queue, string exchange, string key, FieldTable arguments, object user) =>
        AtOnce(host.UnbindQueueAsync(queue, exchange, key, arguments, user));

    public static QueueDeletion DeleteQueue(
        this VirtualHost host, Queue queue, QueueDeleteConditions conditions = QueueDeleteConditions.None) =>
        AtOnce(host.DeleteQueueAsync(queue, conditions));

    public static void DeleteUnusedQueue(this VirtualHost host, Queue queue) => AtOnce(host.DeleteUnusedQueueAsync(queue));

    public static void BindExchange(
        this VirtualHost host, string destination, string source, string key = "", FieldTable? arguments = null) =>
        AtOnce(host.BindExchangeAsync(destination, source, key, arguments ?? FieldTable.Empty));

    public static void UnbindExchange(this VirtualHost host, string destination, string source, string key = "") =>
        AtOnce(host.UnbindExchangeAsync(destination, source, key, FieldTable.Empty));

    /// <summary>The queues a message goes to, by name, separated by blanks.</summary>
    public static string Route(this VirtualHost host, string exchange, params string[] keys) =>
        Names(host.Route(exchange, keys, BasicProperties.Empty, []));

    public static string Names(Route route) =>
        string.Join(' ', route.Queues.Select(queue => queue.Name).Order(StringComparer.Ordinal));

    /// <summary>Whether an exchange is there.</summary>
    public static bool HasExchange(this VirtualHost host, string name) =>
        host.ListExchanges().Any(exchange => exchange.Name == name);

    public static FieldTable Arguments(params (string Name, FieldValue Value)[] entries) =>
        FieldTable.Of([.. entries.Select(entry => new FieldEntry(entry.Name, entry.Value))]);

    /// <summary>Exchange and routing key as two short strings.</summary>
    public static byte[] WireBytes(string exchange, string key) => RouteCache.Encode(exchange, key);

    private static void AtOnce(ValueTask done)
    {
        Assert.That(done.IsCompleted, Is.True, "nothing is kept, so there is nothing to wait for");
        done.GetAwaiter().GetResult();
    }

    private static T AtOnce<T>(ValueTask<T> done)
    {
        Assert.That(done.IsCompleted, Is.True, "nothing is kept, so there is nothing to wait for");
        return done.GetAwaiter().GetResult();
    }
}
