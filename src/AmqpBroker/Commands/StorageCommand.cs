using System.CommandLine;
using AmqpBroker.Core.Inspection;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Inspection;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Commands;

/// <summary>The command <c>storage</c>: looks into a data directory without touching it.</summary>
internal static class StorageCommand
{
    public const string Name = "storage";

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A data directory; its broker may be running, stopped or killed." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object, for a script." };
        var inspect = new Command("inspect", "Show files, queues and damage. Writes nothing. Exit code 0: whole, 1: damaged, 2: no data directory.")
        {
            directory,
            json,
        };
        inspect.SetAction(result => Inspect(result.GetRequiredValue(directory), result.GetValue(json)));
        return new Command(Name, "Look into a data directory.") { inspect };
    }

    private static int Inspect(string directory, bool asJson)
    {
        var full = Path.GetFullPath(directory);
        if (!StoreInspector.IsDataDirectory(full))
        {
            ErrorOutput.Write(Directory.Exists(full)
                ? $"{full} is no data directory of a broker: it has neither metadata nor messages"
                : $"there is no directory {full}");
            return ExitCode.Usage;
        }

        try
        {
            var found = StoreInspector.Inspect(full, SystemFiles.Instance);
            Console.Out.Write(asJson ? InspectionJson.Of(found) : InspectionText.Of(found));
            return found.Damage.Count == 0 ? ExitCode.Success : ExitCode.Failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or MetadataStoreException)
        {
            ErrorOutput.Write(exception.Message);
            return ExitCode.Failure;
        }
    }
}
