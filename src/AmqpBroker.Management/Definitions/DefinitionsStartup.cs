using AmqpBroker.Core;
using AmqpBroker.Management.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Definitions;

/// <summary>Imports the file that the settings name, before any client is let in.</summary>
internal sealed class DefinitionsStartup(IOptions<ManagementOptions> options, IServiceProvider services, ILogger<DefinitionsStartup> logger) : IBrokerStartup
{
    /// <inheritdoc/>
    /// <exception cref="ManagementStartException">The file cannot be read, or is wrong; nothing of it holds.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.LoadDefinitions is not { } path)
        {
            return;
        }

        try
        {
            var text = await File.ReadAllBytesAsync(path, cancellationToken);
            var leftOut = await DefinitionsFile.ImportAsync(services.GetRequiredService<Broker>(), text, only: null);
            logger.Imported(path);
            if (leftOut > 0)
            {
                logger.BindingsLeftOut(leftOut, path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ManagementStartException($"cannot read the definitions {path}: {exception.Message}; give the broker access to it, or set Management:LoadDefinitions", exception);
        }
        catch (DefinitionsRefusedException refusal)
        {
            throw new ManagementStartException($"the definitions {path} are wrong, and none was taken: {refusal.Message}", refusal);
        }
    }
}
