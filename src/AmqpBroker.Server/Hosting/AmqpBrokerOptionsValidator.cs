using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Lists the mistakes of every section at once, so that a wrong file is mended in one round.</summary>
public sealed class AmqpBrokerOptionsValidator : IValidateOptions<AmqpBrokerOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AmqpBrokerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = new ValidateOptionsResultBuilder();
        builder.AddResult(new AmqpOptionsValidator().Validate(name, options.Amqp));
        builder.AddResult(new StorageOptionsValidator().Validate(name, options.Storage));
        builder.AddResult(new StatisticsOptionsValidator().Validate(name, options.Statistics));
        return builder.Build();
    }
}
