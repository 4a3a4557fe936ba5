namespace AmqpBroker.Management.Pages;

/// <summary>One file of the web pages.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="EntityTag">Names its content; null for one whose name does so already, which may be kept for ever.</param>
/// <param name="Encodings">The encodings that it lies there in, too, beside it: the smallest first.</param>
internal sealed record PageFile(string Path, string MediaType, string? EntityTag, IReadOnlyList<PageEncoding> Encodings);
