using YamlDotNet.RepresentationModel;

namespace AmqpBroker.Tests.Deployment;

/// <summary>A YAML file of the repository, walked by the names in it.</summary>
internal sealed class ComposeFile
{
    private readonly YamlNode _root;

    private ComposeFile(YamlNode root) => _root = root;

    /// <param name="path">From the root of the repository.</param>
    public static ComposeFile Read(params ReadOnlySpan<string> path)
    {
        using var reader = new StreamReader(SourceFile.Path(path));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return new(yaml.Documents.Single().RootNode);
    }

    /// <summary>The text at the end of a way of names and positions.</summary>
    public string Text(params ReadOnlySpan<object> way) => ((YamlScalarNode)Find(way)).Value ?? string.Empty;

    public IReadOnlyList<string> Texts(params ReadOnlySpan<object> way) => [.. ((YamlSequenceNode)Find(way)).Select(item => ((YamlScalarNode)item).Value ?? string.Empty)];

    public IReadOnlyDictionary<string, string> Map(params ReadOnlySpan<object> way)
        => ((YamlMappingNode)Find(way)).ToDictionary(
            entry => ((YamlScalarNode)entry.Key).Value ?? string.Empty,
            entry => (entry.Value as YamlScalarNode)?.Value ?? string.Empty,
            StringComparer.Ordinal);

    public int Count(params ReadOnlySpan<object> way) => ((YamlSequenceNode)Find(way)).Children.Count;

    private YamlNode Find(ReadOnlySpan<object> way)
    {
        var node = _root;
        foreach (var step in way)
        {
            node = step is int position ? node[position] : node[(string)step];
        }

        return node;
    }
}
