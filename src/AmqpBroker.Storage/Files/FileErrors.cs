using System.Runtime.InteropServices;

namespace AmqpBroker.Storage.Files;

/// <summary>Turns what the system reports into errors that say what was tried with which path.</summary>
internal static class FileErrors
{
    // Error numbers of Linux; ENOSPC is the same on macOS.
    internal const int Interrupted = 4;
    internal const int NoSpace = 28;
    internal const int QuotaExceeded = 122;

    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL as HRESULT.
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Whether the system refused, as against a mistake of ours.</summary>
    public static bool IsFileError(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>Wraps an exception of the base library; its text often has no path.</summary>
    public static IOException Explain(Exception error, string action, string path) => error switch
    {
        _ when IsFull(error.HResult) => new StorageFullException($"Cannot {action} {path}: no space left on the device.", error),
        FileNotFoundException => new FileNotFoundException($"Cannot {action} {path}: there is no such file.", path, error),
        DirectoryNotFoundException => new DirectoryNotFoundException($"Cannot {action} {path}: its directory does not exist.", error),
        _ => new IOException($"Cannot {action} {path}: {error.Message}", error),
    };

    /// <summary>Makes the error of a system call.</summary>
    public static IOException FromErrorNumber(int errorNumber, string action, string path) => errorNumber is NoSpace or QuotaExceeded
        ? new StorageFullException($"Cannot {action} {path}: no space left on the device.")
        : new IOException($"Cannot {action} {path}: {Marshal.GetPInvokeErrorMessage(errorNumber)}.", errorNumber);

    private static bool IsFull(int result) => result is WindowsDiskFull or WindowsHandleDiskFull
        || (!OperatingSystem.IsWindows() && result is NoSpace or QuotaExceeded);
}
