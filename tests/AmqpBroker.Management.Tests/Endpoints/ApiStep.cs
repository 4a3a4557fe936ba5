namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>A call that prepares another.</summary>
internal sealed record ApiStep(string Method, string Path, string? Body)
{
    /// <summary>Reads <c>PUT /api/queues/shop/q {}</c>.</summary>
    public static ApiStep Parse(string text)
    {
        var words = text.Split(' ', 3);
        return new ApiStep(words[0], words[1], words.Length > 2 ? words[2] : null);
    }
}
