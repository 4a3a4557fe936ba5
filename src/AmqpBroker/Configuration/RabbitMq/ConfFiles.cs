namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>Which files are read: those named on the command line, or else those named by RabbitMQ's own environment variables.</summary>
internal static class ConfFiles
{
    public const string FileVariable = "RABBITMQ_CONFIG_FILE";
    public const string FilesVariable = "RABBITMQ_CONFIG_FILES";

    private const string Extension = ".conf";

    /// <summary>The files in the order they are read.</summary>
    /// <param name="named">Files and directories from the command line.</param>
    /// <param name="environment">Asks for a variable of the environment.</param>
    /// <param name="mistakes">Receives a line for each name that leads nowhere.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> named, Func<string, string?> environment, List<string> mistakes)
    {
        List<string> files = [];
        if (named.Count > 0)
        {
            foreach (var path in named)
            {
                files.AddRange(Expand(path, "--config", mistakes));
            }

            return files;
        }

        // RabbitMQ, too, takes this name without its extension.
        if (environment(FileVariable) is { Length: > 0 } file)
        {
            files.AddRange(Expand(File.Exists(file) ? file : Path.ChangeExtension(file, Extension), FileVariable, mistakes));
        }

        if (environment(FilesVariable) is { Length: > 0 } more)
        {
            files.AddRange(Expand(more, FilesVariable, mistakes));
        }

        return files;
    }

    private static string[] Expand(string path, string source, List<string> mistakes)
    {
        if (Directory.Exists(path))
        {
            return Sorted(path, "*" + Extension);
        }

        var directory = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        if (Path.GetFileName(path).AsSpan().ContainsAny('*', '?') && Directory.Exists(directory))
        {
            return Sorted(directory, Path.GetFileName(path));
        }

        if (path.EndsWith(".config", StringComparison.Ordinal))
        {
            mistakes.Add($"{source} names {path}, a file of Erlang terms: only the format key = value is read (.conf)");
            return [];
        }

        if (!File.Exists(path))
        {
            mistakes.Add($"{source} names {path}, which is not there");
            return [];
        }

        return [path];
    }

    private static string[] Sorted(string directory, string pattern) => [.. Directory.GetFiles(directory, pattern).Order(StringComparer.Ordinal)];
}
