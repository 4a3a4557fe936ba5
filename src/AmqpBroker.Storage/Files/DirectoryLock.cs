using System.Diagnostics;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace AmqpBroker.Storage.Files;

/// <summary>Holds a data directory for this process alone, until it is disposed or the process ends, however it ends.</summary>
/// <remarks>
/// The lock is the system's hold on an open file (flock on Linux), so nothing is left behind by a crash. Whoever is refused learns
/// the holder from a second file, since the first cannot be opened.
/// </remarks>
public sealed class DirectoryLock : IDisposable
{
    private const string LockName = "lock";
    private const string HolderName = "lock.pid";

    private readonly SafeFileHandle _handle;

    private DirectoryLock(string directory, SafeFileHandle handle)
    {
        Directory = directory;
        _handle = handle;
    }

    /// <summary>The directory held.</summary>
    public string Directory { get; }

    /// <summary>Takes the directory, creating it if need be.</summary>
    /// <exception cref="StorageLockedException">Another process, or another part of this one, holds it.</exception>
    /// <exception cref="IOException">The directory cannot be created or written.</exception>
    public static DirectoryLock Acquire(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        SystemFiles.Instance.CreateDirectory(directory);
        var holder = Path.Combine(directory, HolderName);
        var handle = OpenExclusively(directory, Path.Combine(directory, LockName), holder);
        try
        {
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n"));
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            handle.Dispose();
            throw FileErrors.Explain(error, "write", holder);
        }

        return new DirectoryLock(directory, handle);
    }

    /// <summary>Finds out whether a process holds a directory, without taking the lock even for a moment.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="processId">Which one; null when it cannot be told.</param>
    public static bool IsHeld(string directory, out int? processId)
    {
        var path = Path.Combine(directory, LockName);
        processId = File.Exists(path) ? ReadHolder(Path.Combine(directory, HolderName)) : null;
        if (!File.Exists(path))
        {
            return false;
        }

        if (OperatingSystem.IsWindows())
        {
            return IsOpenedExclusively(path);
        }

        var isHeld = (OperatingSystem.IsLinux() ? LinuxFiles.IsLocked(path) : null) ?? Exists(processId);
        processId = isHeld ? processId : null;
        return isHeld;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static bool IsOpenedExclusively(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static bool Exists(int? processId)
    {
        try
        {
            using var process = processId is { } id ? Process.GetProcessById(id) : null;
            return process is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static SafeFileHandle OpenExclusively(string directory, string path, string holder)
    {
        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw FileErrors.Explain(error, "open", path);
        }
        catch (IOException error) when (error.GetType() == typeof(IOException) && File.Exists(path))
        {
            throw new StorageLockedException(directory, ReadHolder(holder));
        }
    }

    private static int? ReadHolder(string holder)
    {
        try
        {
            return int.TryParse(File.ReadAllText(holder), CultureInfo.InvariantCulture, out var processId) ? processId : null;
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            return null;
        }
    }
}
