namespace AmqpBroker.Control.Api;

/// <summary>Paths of the API, with names of any characters as their segments.</summary>
internal static class ApiPath
{
    public static string Of(params ReadOnlySpan<string> segments)
    {
        var path = string.Empty;
        foreach (var segment in segments)
        {
            path += "/" + Uri.EscapeDataString(segment);
        }

        return path;
    }
}
