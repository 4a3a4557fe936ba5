using System.Globalization;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Statistics;

/// <summary>Which samples a request asks for beside the rates. Immutable.</summary>
internal sealed record StatQuery(StatTimeline Timeline, DateTimeOffset Now)
{
    /// <summary>Of how many messages there are.</summary>
    public StatRange? Lengths { get; private init; }

    /// <summary>Of what happens to messages.</summary>
    public StatRange? MessageRates { get; private init; }

    /// <summary>Of octets.</summary>
    public StatRange? DataRates { get; private init; }

    /// <summary>Of what the process takes.</summary>
    public StatRange? NodeStats { get; private init; }

    /// <summary>Whether only definitions are wanted.</summary>
    public bool IsWithoutStats { get; private init; }

    /// <summary>Reads the query.</summary>
    /// <exception cref="ApiException">400: more than may be asked for.</exception>
    public static StatQuery Read(ApiRequest request) => new(request.Broker.Statistics.Timeline, request.Broker.TimeProvider.GetUtcNow())
    {
        Lengths = ReadRange(request, "lengths"),
        MessageRates = ReadRange(request, "msg_rates"),
        DataRates = ReadRange(request, "data_rates"),
        NodeStats = ReadRange(request, "node_stats"),
        IsWithoutStats = request.IsSet("disable_stats"),
    };

    private static StatRange? ReadRange(ApiRequest request, string name)
    {
        if (!TryRead(request.Query(name + "_age"), out var age) || !TryRead(request.Query(name + "_incr"), out var increment))
        {
            return null;
        }

        var range = new StatRange(age, increment);
        return range.IsValid
            ? range
            : throw ApiErrors.BadRequest(string.Create(CultureInfo.InvariantCulture, $"Invalid range parameters: age {age}, incr {increment}"));
    }

    private static bool TryRead(string? text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
