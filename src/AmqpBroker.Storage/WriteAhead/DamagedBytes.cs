using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Keeps what a file held where it is damaged, for whoever wants to look into it after the file is gone.</summary>
internal static class DamagedBytes
{
    private const int BlockSize = 1024 * 1024;

    /// <summary>Copies bytes of a file to one of their own.</summary>
    /// <returns>Path of the copy; null when there is nothing to copy, or the disk refused.</returns>
    public static string? TryCopy(IStorageFiles files, string directory, WalFoundFile file, long offset, long length)
    {
        var count = Math.Min(length, file.Length - offset);
        if (count <= 0)
        {
            return null;
        }

        var target = Path.Combine(directory, WalFileName.DamagedDirectory);
        var path = Path.Combine(target, WalFileName.OfDamage(file.Number, offset));
        try
        {
            files.CreateDirectory(target);
            using var from = files.Open(file.Path, StorageFileMode.Read);
            using var to = files.Open(path, StorageFileMode.OpenOrCreate);
            Copy(from, to, offset, count);
            return path;
        }
        catch (IOException)
        {
            // The damage is reported all the same, without a copy; the file itself is still there.
            return null;
        }
    }

    private static void Copy(IStorageFile from, IStorageFile to, long offset, long count)
    {
        var reader = new TolerantReader(from);
        var block = new byte[Math.Min(BlockSize, count)];
        for (long done = 0; done < count; done += block.Length)
        {
            var part = block.AsSpan(0, (int)Math.Min(block.Length, count - done));
            to.Write(done, part[..reader.Read(offset + done, part)]);
        }

        to.SetLength(count);
        to.Sync();
    }
}
