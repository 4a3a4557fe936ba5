namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Bytes of a file that hold no valid record, though they were durable once, or whole records follow, or the disk does not give them.</summary>
/// <param name="FileNumber">The file.</param>
/// <param name="Offset">Where they start in it.</param>
/// <param name="Length">How many there are, or should be when the file is cut short.</param>
/// <param name="CopiedTo">Path of the copy set aside; null when none was asked for, or none could be made.</param>
public sealed record WalDamage(long FileNumber, long Offset, long Length, string? CopiedTo);
