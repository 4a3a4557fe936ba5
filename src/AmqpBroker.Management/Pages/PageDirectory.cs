using System.Security.Cryptography;

namespace AmqpBroker.Management.Pages;

/// <summary>The files of the web pages, looked for once. Immutable.</summary>
internal sealed class PageDirectory
{
    /// <summary>What the directory is called, beside the executable.</summary>
    public const string UsualName = "management-ui";

    /// <summary>The page that all links within the pages lead to.</summary>
    public const string Index = "index.html";

    /// <summary>The folder of files whose names change with their content.</summary>
    public const string Hashed = "assets";

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
    };

    private readonly Dictionary<string, PageFile> _files;

    private PageDirectory(Dictionary<string, PageFile> files) => _files = files;

    /// <summary>Whether there are pages.</summary>
    public bool IsThere => _files.ContainsKey(Index);

    /// <summary>Looks for the files; finds none where there is no directory. What is of no known type is left out.</summary>
    public static PageDirectory Read(string directory)
    {
        var files = new Dictionary<string, PageFile>(StringComparer.Ordinal);
        if (Directory.Exists(directory))
        {
            foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
            {
                if (MediaTypes.TryGetValue(Path.GetExtension(path), out var mediaType))
                {
                    var name = Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/');
                    files.Add(name, new PageFile(path, mediaType, EntityTagOf(name, path), EncodingsOf(path)));
                }
            }
        }

        return new PageDirectory(files);
    }

    /// <summary>Finds a file by its name within the directory; null when there is none.</summary>
    public PageFile? Find(string name) => _files.GetValueOrDefault(name);

    private static string? EntityTagOf(string name, string path)
    {
        if (name.StartsWith(Hashed + "/", StringComparison.Ordinal))
        {
            return null;
        }

        using var content = File.OpenRead(path);
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
    }

    private static PageEncoding[] EncodingsOf(string path) => [.. PageEncoding.All.Where(encoding => File.Exists(path + encoding.Extension))];
}
