using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Exchanges;

/// <summary>A routing table whose every binding leads to a queue of its own, named by the test.</summary>
internal sealed class TableUnderTest(string type, FieldTable? declared = null)
{
    private readonly Exchange _exchange = new(new ExchangeDeclaration { Name = "x", Type = ExchangeType.Get(type), Arguments = declared ?? FieldTable.Empty });
    private readonly Dictionary<string, Binding> _bindings = [];
    private readonly BindingMatches _matches = new();

    public void Bind(string name, string key, FieldTable? arguments = null)
    {
        var queue = new ClassicQueue("/", new QueueDeclaration { Name = name });
        var binding = Binding.ToQueue(_exchange, queue, key, arguments ?? FieldTable.Empty);
        _bindings.Add(name, binding);
        Assert.That(_exchange.Bind(binding), Is.True);
    }

    public void Unbind(string name)
    {
        _bindings.Remove(name, out var binding);
        Assert.That(_exchange.Unbind(binding!), Is.True); // bound by this test
    }

    /// <summary>The names of the queues a message without properties goes to, in order of name.</summary>
    public string[] Match(string key) => Match(key, BasicProperties.Empty);

    /// <summary>The names of the queues a message goes to, in order of name.</summary>
    public string[] Match(string key, BasicProperties? properties, params string[] copies)
    {
        _matches.Clear();
        _exchange.Match(new RoutingContext(key, properties), _matches);
        foreach (var copy in copies)
        {
            _exchange.Match(new RoutingContext(copy, properties, IsCopy: true), _matches);
        }

        return [.. _matches.Queues.Select(queue => queue.Name).Order(StringComparer.Ordinal)];
    }
}
