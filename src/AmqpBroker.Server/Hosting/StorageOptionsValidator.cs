using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Finds every mistake in the <c>Storage</c> section that can be seen without touching the disk.</summary>
/// <param name="memory">The memory there is, in bytes.</param>
internal sealed class StorageOptionsValidator(long memory) : IValidateOptions<StorageOptions>
{
    private const long LeastMemoryLimit = 16 << 20;

    public StorageOptionsValidator()
        : this(MachineMemory.Total)
    {
    }

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var mistakes = new OptionMistakes("Storage");
        if (options.DataDirectory is { } directory && (string.IsNullOrWhiteSpace(directory) || directory.Contains('\0')))
        {
            mistakes.Add(nameof(options.DataDirectory), directory, "the path of a directory, existing or not");
        }

        if (!Enum.IsDefined(options.Durability))
        {
            mistakes.Add(nameof(options.Durability), options.Durability, "fsync or os");
        }

        ValidateSizes(options, mistakes);
        return mistakes.Lines.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes.Lines);
    }

    private void ValidateSizes(StorageOptions options, OptionMistakes mistakes)
    {
        var memoryLimit = options.MemoryLimit.ToBytes(memory);
        if (memoryLimit < LeastMemoryLimit)
        {
            mistakes.Add(nameof(options.MemoryLimit), options.MemoryLimit, $"{ByteSize.FromBytes(LeastMemoryLimit)} and more, or a percentage of the memory that comes to as much");
        }
        else if (options.MemoryHighWatermark.ToBytes(memory) <= memoryLimit)
        {
            mistakes.Add(
                nameof(options.MemoryHighWatermark),
                options.MemoryHighWatermark,
                $"more than Storage:{nameof(options.MemoryLimit)}, which is {options.MemoryLimit}");
        }

        if (options.DiskFreeLimit.IsPercentage)
        {
            mistakes.Add(nameof(options.DiskFreeLimit), options.DiskFreeLimit, "a size such as 50MB or 1GiB, 0 for no limit");
        }
    }
}
