namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>One line of <c>endpoints.txt</c>: an endpoint, who may call it, and a call of it.</summary>
internal sealed record EndpointCall(
    string Endpoint, string Who, string[] Rights, int Status, string Path, string? Body, ApiStep[] Before)
{
    /// <summary>The method of the endpoint.</summary>
    public string Method => Endpoint.Split(' ')[0];

    /// <summary>Whether its path names a virtual host.</summary>
    public bool IsOfVirtualHost => Endpoint.Contains("{vhost}", StringComparison.Ordinal);

    /// <summary>Whether it needs a connection of the user management.</summary>
    public bool NeedsConnection => Path.Contains("{connection}", StringComparison.Ordinal) || Path.Contains("connections/username", StringComparison.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EndpointCall> ReadAll()
    {
        using var reader = new StreamReader(typeof(EndpointCall).Assembly.GetManifestResourceStream("endpoints.txt")!); // embedded in this assembly
        return [.. reader.ReadToEnd().Split('\n').Where(static line => line.Length > 0 && !line.StartsWith('#')).Select(Parse)];
    }

    public override string ToString() => Endpoint;

    private static EndpointCall Parse(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var steps = cells.Length > 6 ? cells[6].Split("; ", StringSplitOptions.RemoveEmptyEntries) : [];
        return new EndpointCall(
            cells[0],
            cells[1],
            cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            int.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture),
            cells[4],
            cells.Length > 5 && cells[5].Length > 0 ? cells[5] : null,
            [.. steps.Select(ApiStep.Parse)]);
    }
}
