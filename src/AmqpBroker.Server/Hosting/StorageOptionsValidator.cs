using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Finds every mistake in the <c>Storage</c> section that can be seen without touching the disk.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
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

        return mistakes.Lines.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes.Lines);
    }
}
