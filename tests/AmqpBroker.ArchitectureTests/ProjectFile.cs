using System.Xml.Linq;
using AmqpBroker.TestKit;

namespace AmqpBroker.ArchitectureTests;

/// <summary>What a project file says about its dependencies.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument _xml;

    private ProjectFile(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        Directory = Path.GetDirectoryName(path)!;
        _xml = XDocument.Load(path);
    }

    public string Name { get; }

    public string Directory { get; }

    /// <summary>Names of the projects it refers to.</summary>
    public IEnumerable<string> ProjectReferences =>
        Items("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(Attribute(reference, "Include")));

    /// <summary>Names of the packages that come with it, so analyzers left out.</summary>
    public IEnumerable<string> PackageReferences =>
        Items("PackageReference")
            .Where(reference => Attribute(reference, "PrivateAssets") != "all")
            .Select(reference => Attribute(reference, "Include"));

    /// <summary>Whether anything is in it yet.</summary>
    public bool HasCode => System.IO.Directory
        .EnumerateFiles(Directory, "*.cs", SearchOption.AllDirectories)
        .Any(file => !SourceTree.IsGenerated(file));

    public static IEnumerable<ProjectFile> Under(string folder) =>
        System.IO.Directory
            .EnumerateFiles(RepositoryRoot.Path(folder), "*.csproj", SearchOption.AllDirectories)
            .Select(path => new ProjectFile(path))
            .OrderBy(project => project.Name, StringComparer.Ordinal);

    public override string ToString() => Name;

    private static string Attribute(XElement item, string name) => item.Attribute(name)?.Value ?? string.Empty;

    private IEnumerable<XElement> Items(string kind) => _xml.Descendants(kind);
}
