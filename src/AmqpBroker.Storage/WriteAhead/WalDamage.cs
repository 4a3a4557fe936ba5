namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Bytes in the middle of a file that were durable once and hold no valid record now.</summary>
/// <param name="FileNumber">The file.</param>
/// <param name="Offset">Where they start in it.</param>
/// <param name="Length">How many there are, or should be when the file is cut short.</param>
/// <param name="CopiedTo">Path of the copy set aside; null when none was asked for, or none could be made.</param>
public sealed record WalDamage(long FileNumber, long Offset, long Length, string? CopiedTo);
