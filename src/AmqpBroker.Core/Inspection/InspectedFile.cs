namespace AmqpBroker.Core.Inspection;

/// <summary>A file of a data directory.</summary>
/// <param name="Name">Its name, from the directory of its part on.</param>
/// <param name="Kind">What it is, in a word or two.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Used">Bytes of it that mean something; null when none can be told.</param>
/// <param name="Records">Whole records in it; null for a file without.</param>
public sealed record InspectedFile(string Name, string Kind, long Size, long? Used = null, long? Records = null);
