using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace AmqpBroker.Storage.Files;

/// <summary>The system calls the base library has no equal of: data-only sync, allocation, directory sync.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFiles
{
    private const int ReadOnlyCloseOnExec = 0x80000;
    private const int KeepSizeAndPunchHole = 3;
    private const int InvalidArgument = 22;
    private const int NotSupported = 95;

    // Of statx, the same on every architecture.
    private const int CurrentDirectory = -100;
    private const uint InodeWanted = 0x100;
    private const int InodeOffset = 32;
    private const int StatusLength = 256;

    /// <summary>Makes a file's contents durable, and its length when it changed, without waiting for its times.</summary>
    public static void SyncData(SafeFileHandle handle, string path)
    {
        while (FDataSync(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != FileErrors.Interrupted)
            {
                throw FileErrors.FromErrorNumber(error, "sync", path);
            }
        }
    }

    /// <summary>Reserves disk blocks.</summary>
    /// <returns>False where the file system cannot.</returns>
    public static bool TryAllocate(SafeFileHandle handle, string path, long length)
    {
        if (!Environment.Is64BitProcess)
        {
            // off_t differs there.
            return false;
        }

        int error;
        do
        {
            // Gives the error number back, instead of setting it.
            error = PosixFAllocate(handle, 0, length);
        }
        while (error == FileErrors.Interrupted);

        return error switch
        {
            0 => true,
            NotSupported or InvalidArgument => false,
            _ => throw FileErrors.FromErrorNumber(error, "preallocate", path),
        };
    }

    /// <summary>Gives back the disk blocks of a stretch of a file.</summary>
    /// <returns>False where the file system cannot.</returns>
    public static bool TryPunch(SafeFileHandle handle, string path, long offset, long length)
    {
        if (!Environment.Is64BitProcess)
        {
            return false;
        }

        while (FAllocate(handle, KeepSizeAndPunchHole, offset, length) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error is NotSupported or InvalidArgument)
            {
                return false;
            }

            if (error != FileErrors.Interrupted)
            {
                throw FileErrors.FromErrorNumber(error, "punch", path);
            }
        }

        return true;
    }

    /// <summary>Makes the names in a directory durable.</summary>
    public static void SyncDirectory(string directory)
    {
        using var handle = OpenFile(directory, ReadOnlyCloseOnExec);
        if (handle.IsInvalid)
        {
            throw FileErrors.FromErrorNumber(Marshal.GetLastPInvokeError(), "open", directory);
        }

        while (FSync(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == InvalidArgument)
            {
                // A file system that knows no such thing.
                return;
            }

            if (error != FileErrors.Interrupted)
            {
                throw FileErrors.FromErrorNumber(error, "sync", directory);
            }
        }
    }

    /// <summary>Whether any process has an exclusive lock (flock) on a file; null when the system does not tell.</summary>
    public static unsafe bool? IsLocked(string path)
    {
        var status = stackalloc byte[StatusLength];
        try
        {
            if (StatX(CurrentDirectory, path, 0, InodeWanted, status) != 0)
            {
                return null;
            }

            // 1: FLOCK  ADVISORY  WRITE 4711 fe:00:1234 0 EOF
            var inode = string.Create(CultureInfo.InvariantCulture, $":{*(ulong*)(status + InodeOffset)} 0 EOF");
            return File.ReadLines("/proc/locks")
                .Any(line => line.Contains("FLOCK", StringComparison.Ordinal)
                    && line.Contains("WRITE", StringComparison.Ordinal)
                    && line.EndsWith(inode, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException || FileErrors.IsFileError(exception))
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int directory, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FDataSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    private static partial int PosixFAllocate(SafeFileHandle file, long offset, long length);

    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    private static partial int FAllocate(SafeFileHandle file, int mode, long offset, long length);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenFile(string path, int flags);
}
