using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Reads the records of one closed file in order, passing over damage, which was reported when the log was opened.</summary>
/// <remarks>Confined to its user. Its file must not be given back while it reads: another one could be written over it.</remarks>
public sealed class WalReader : IDisposable
{
    private readonly WalFileScanner _scanner;
    private readonly long _firstLsn;

    internal WalReader(IStorageFiles files, string path, WalFileInfo info)
    {
        File = info;
        _firstLsn = info.FirstLsn - WalFileHeader.Size;
        _scanner = new WalFileScanner(files.Open(path, StorageFileMode.Read), info.Number, WalFileHeader.Size + info.Bytes);
    }

    /// <summary>The file that is read.</summary>
    public WalFileInfo File { get; }

    /// <summary>Takes the next record.</summary>
    /// <param name="record">The record: borrowed, until the next call.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="IOException">The disk does not give the bytes.</exception>
    public bool TryRead(out WalRecord record)
    {
        do
        {
            while (_scanner.TryRead(out var kind, out var payload))
            {
                if (kind != WalFormat.MarkerKind)
                {
                    record = new WalRecord(kind, payload, _firstLsn + _scanner.Offset);
                    return true;
                }
            }
        }
        while (_scanner.TrySkipToNext());

        record = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _scanner.Dispose();
}
