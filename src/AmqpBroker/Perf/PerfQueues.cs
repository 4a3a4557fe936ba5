using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Perf;

/// <summary>Declares and binds the queues of a run, and deletes at its end those that were not there before.</summary>
internal sealed class PerfQueues(PerfConnector connector, PerfOptions options) : IDisposable
{
    private readonly List<string> _created = [];
    private PerfConnection? _connection;

    public void Dispose() => _connection?.Dispose();

    /// <returns>How many messages the queues hold already.</returns>
    /// <exception cref="PerfException">A queue is there with other properties, or the exchange is not there.</exception>
    public long Declare()
    {
        var names = Enumerable.Range(0, options.Queues).Select(options.QueueName).ToList();
        var missing = names.Where(name => !Exists(name)).ToList();

        var found = 0L;
        _connection = connector.Open();
        foreach (var name in names)
        {
            var declared = _connection.Call<QueueDeclare, QueueDeclareOk>(
                PerfConnection.Channel,
                new(name, Passive: false, options.DurableQueues, Exclusive: false, AutoDelete: false, NoWait: false, FieldTable.Empty));
            found += declared.MessageCount;
            if (options.Exchange.Length > 0)
            {
                _connection.Call<QueueBind, QueueBindOk>(
                    PerfConnection.Channel,
                    new(name, options.Exchange, options.RoutingKey, NoWait: false, FieldTable.Empty));
            }
        }

        _created.AddRange(missing);
        return found;
    }

    /// <summary>Deletes the queues that were not there before, but what a run without consumers filled: that was its purpose.</summary>
    public void PutAway()
    {
        foreach (var name in options.Consumers == 0 ? [] : _created)
        {
            _connection?.Call<QueueDelete, QueueDeleteOk>(PerfConnection.Channel, new(name, IfUnused: false, IfEmpty: false, NoWait: false));
        }

        _connection?.Close();
    }

    private bool Exists(string name)
    {
        // A passive declare of a missing queue costs the channel; a connection of its own keeps that simple.
        using var connection = connector.Open();
        connection.Write<QueueDeclare>(
            PerfConnection.Channel,
            new(name, Passive: true, Durable: false, Exclusive: false, AutoDelete: false, NoWait: false, FieldTable.Empty));
        connection.Flush();
        var exists = true;
        try
        {
            connection.Expect<QueueDeclareOk>();
        }
        catch (PerfException exception) when (exception.ReplyCode == ReplyCode.NotFound)
        {
            exists = false;
        }

        connection.Close();
        return exists;
    }
}
