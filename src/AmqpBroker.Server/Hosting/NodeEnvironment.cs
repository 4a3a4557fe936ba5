using AmqpBroker.Core.Nodes;
using AmqpBroker.Server.Sasl;
using AmqpBroker.Storage.Files;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Tells whoever watches the broker what it runs on.</summary>
internal sealed class NodeEnvironment(
    IOptions<AmqpBrokerOptions> options, IResourceFigures figures, FileActivity files) : INodeEnvironment
{
    private readonly ResourceLimits _limits = ResourceLimits.From(options.Value.Storage, MachineMemory.Total);

    /// <inheritdoc/>
    public string? DataDirectory => _limits.DataDirectory;

    /// <inheritdoc/>
    public long MemoryLimit => _limits.MemoryHighWatermark;

    /// <inheritdoc/>
    public long DiskFreeLimit => _limits.DiskFreeLimit;

    /// <inheritdoc/>
    public IReadOnlyList<string> AuthMechanisms => SaslMechanisms.Offered.Split(' ');

    /// <inheritdoc/>
    public FileActivity Files => files;

    /// <inheritdoc/>
    public long ReadResidentMemory() => Read(figures.ResidentMemory);

    /// <inheritdoc/>
    public long ReadFreeSpace() => DataDirectory is { } directory ? Read(() => figures.FreeSpace(directory)) : 0;

    private static long Read(Func<long> figure)
    {
        try
        {
            return figure();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The resource monitor has said so.
            return 0;
        }
    }
}
