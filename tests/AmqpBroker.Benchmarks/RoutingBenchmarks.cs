using System.Text;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using BenchmarkDotNet.Attributes;

namespace AmqpBroker.Benchmarks;

/// <summary>Finding the queue of one message on a topic exchange: by matching, and from the channel's cache.</summary>
public class RoutingBenchmarks
{
    private const int Keys = 1000;

    private string[] _keys = [];
    private byte[][] _wireBytes = [];
    private VirtualHost _host = null!; // both made by Setup, which runs first
    private RouteCache _routes = null!;

    [Params(100, 10_000, 100_000)]
    public int Bindings { get; set; }

    /// <summary>Half of the bindings are literal, the rest have a wildcard in the middle or at the end; each key meets one.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = new VirtualHost("/");
        await _host.DeclareQueueAsync(new QueueDeclaration { Name = "q" }, this);
        for (var i = 0; i < Bindings; i++)
        {
            var pattern = (i % 4) switch
            {
                0 => $"plant.{i}.line.*.temperature",
                1 => $"plant.{i}.#",
                _ => $"plant.{i}.line.{i % 10}.temperature",
            };
            await _host.BindQueueAsync("q", "amq.topic", pattern, FieldTable.Empty, this);
        }

        // All over the bindings, since 7919 is prime.
        _keys = [.. Enumerable.Range(0, Keys).Select(i => i * 7919L % Bindings).Select(i => $"plant.{i}.line.{i % 10}.temperature")];
        _wireBytes = [.. _keys.Select(key => (byte[])[9, .. "amq.topic"u8, (byte)key.Length, .. Encoding.UTF8.GetBytes(key)])];
        _routes = new RouteCache(_host);
    }

    [Benchmark(OperationsPerInvoke = Keys)]
    public int Match()
    {
        var found = 0;
        for (var i = 0; i < Keys; i++)
        {
            found += _host.Route("amq.topic", [_keys[i]], properties: null, _wireBytes[i]).Queues.Length;
        }

        return found == Keys ? found : throw new InvalidOperationException($"{found} of {Keys} found");
    }

    [Benchmark(OperationsPerInvoke = Keys)]
    public int FromCache()
    {
        var found = 0;
        foreach (var wireBytes in _wireBytes)
        {
            found += _routes.Find(wireBytes).Queues.Length;
        }

        return found;
    }
}
