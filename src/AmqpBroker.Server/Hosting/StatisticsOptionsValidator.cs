using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Finds every mistake in the <c>Statistics</c> section.</summary>
internal sealed class StatisticsOptionsValidator : IValidateOptions<StatisticsOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, StatisticsOptions options)
    {
        var mistakes = new OptionMistakes("Statistics");

        // Minutes have to be whole numbers of intervals.
        if (options.SamplingInterval < Least || options.SamplingInterval > Most || Most.Ticks % options.SamplingInterval.Ticks != 0)
        {
            mistakes.Add(nameof(options.SamplingInterval), options.SamplingInterval, $"{Least} to {Most}, of which a minute is a multiple");
        }

        return mistakes.Lines.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes.Lines);
    }
}
