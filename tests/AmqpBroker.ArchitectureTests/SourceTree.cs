using AmqpBroker.TestKit;

namespace AmqpBroker.ArchitectureTests;

/// <summary>The files that people write, as against those that tools make.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> GeneratedFolders =
        [".git", ".vs", "artifacts", "bin", "BenchmarkDotNet.Artifacts", "data", "dist", "node_modules", "obj", "TestResults"];

    private static readonly HashSet<string> TextFiles =
    [
        ".cs", ".csproj", ".css", ".editorconfig", ".html", ".js", ".json", ".md", ".props", ".py", ".sh", ".sln", ".targets", ".ts",
        ".tsx", ".txt", ".xml", ".yaml", ".yml", "",
    ];

    private static readonly HashSet<string> CodeFiles = [".cs", ".css", ".js", ".py", ".sh", ".ts", ".tsx"];

    public static bool IsCode(string path) => CodeFiles.Contains(Path.GetExtension(path));

    public static bool IsGenerated(string path) =>
        Path.GetRelativePath(RepositoryRoot.FullName, path).Split(Path.DirectorySeparatorChar).Any(GeneratedFolders.Contains);

    /// <summary>Every text file of the tree that is not generated, with its path from the root.</summary>
    public static IEnumerable<(string Path, string Text)> Files() =>
        Enumerate(new DirectoryInfo(RepositoryRoot.FullName))
            .Where(file => TextFiles.Contains(file.Extension))
            .Select(file => (Path.GetRelativePath(RepositoryRoot.FullName, file.FullName), File.ReadAllText(file.FullName)));

    private static IEnumerable<FileInfo> Enumerate(DirectoryInfo directory) =>
        directory.EnumerateFiles().Where(file => file.Name != ".git").Concat(
            directory.EnumerateDirectories().Where(child => !GeneratedFolders.Contains(child.Name)).SelectMany(Enumerate));
}
