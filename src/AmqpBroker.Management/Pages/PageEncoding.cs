namespace AmqpBroker.Management.Pages;

/// <summary>A way to compress.</summary>
/// <param name="Name">What HTTP calls it.</param>
/// <param name="Extension">What is behind the name of a file compressed that way.</param>
internal sealed record PageEncoding(string Name, string Extension)
{
    /// <summary>All of them, the one that compresses best first.</summary>
    public static readonly IReadOnlyList<PageEncoding> All = [new("br", ".br"), new("gzip", ".gz")];
}
