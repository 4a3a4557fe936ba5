using System.Globalization;
using System.Text;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>
/// Matches exactly one binding, by the hash of the routing key, a header or a property: messages with the same value go the same way, and each
/// binding gets a share according to its weight, which is its key.
/// </summary>
/// <remarks>
/// Weighted rendezvous hashing: for each value the bindings draw numbers, the same ones every time, and the best wins. So a new binding takes from
/// the others what it then has, one that goes leaves to them what it had, and nothing else moves; a weight costs nothing, however large. What a
/// match costs grows with the bindings; by routing key it is kept in the channels' caches.
/// </remarks>
internal sealed class ConsistentHashRoutingTable(HashedValue hashed) : IRoutingTable
{
    private readonly Dictionary<Binding, Competitor> _competitors = [];

    public void ValidateBinding(string routingKey, FieldTable arguments) => WeightOf(routingKey);

    public void Add(Binding binding) => _competitors.Add(binding, new Competitor(SeedOf(binding), WeightOf(binding.RoutingKey)));

    public void Remove(Binding binding) => _competitors.Remove(binding);

    public void Match(in RoutingContext message, BindingMatches matches)
    {
        matches.DependsOnMessage |= !hashed.IsRoutingKey;
        if (message.IsCopy || (message.Properties is null && !hashed.IsRoutingKey))
        {
            return;
        }

        var hash = hashed.HashOf(message.RoutingKey, message.Properties ?? BasicProperties.Empty);
        Binding? winner = null;
        var best = double.PositiveInfinity;
        foreach (var (binding, competitor) in _competitors)
        {
            var drawn = competitor.Draw(hash);
            if (drawn < best)
            {
                (winner, best) = (binding, drawn);
            }
        }

        if (winner is not null)
        {
            matches.Add(winner);
        }
    }

    // What Erlang's list_to_integer takes: digits, with or without a sign.
    private static double WeightOf(string key)
    {
        var digits = key is ['+' or '-', ..] ? key.AsSpan(1) : key;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            throw ExchangeErrors.WeightNotInteger(Encoding.UTF8.GetBytes(key));
        }

        var weight = double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return weight > 0 && key[0] != '-' ? weight : throw ExchangeErrors.WeightNotPositive();
    }

    // By name, so that a restart changes nothing; two bindings of one queue compete each for itself, and so add up.
    private static ulong SeedOf(Binding binding)
    {
        var hash = new StableHash();
        hash.Add(binding.Queue is null ? 1 : 0);
        hash.Add(binding.Queue?.Name ?? binding.Exchange?.Name);
        hash.Add(binding.RoutingKey);
        hash.Add(FieldValue.From(binding.Arguments).ToErlangTerm());
        return hash.Value;
    }

    private readonly record struct Competitor(ulong Seed, double Weight)
    {
        /// <summary>A number for a value: exponentially distributed, with the weight as its rate, so that the lowest is drawn as often as weights say.</summary>
        public double Draw(ulong hash)
        {
            const int mantissaBits = 53;
            var fraction = ((StableHash.Mix(hash ^ Seed) >> (64 - mantissaBits)) + 1) / (double)(1UL << mantissaBits);
            return -Math.Log(fraction) / Weight;
        }
    }
}
