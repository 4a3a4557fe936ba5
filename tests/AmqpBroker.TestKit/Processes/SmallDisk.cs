using System.Diagnostics;

namespace AmqpBroker.TestKit.Processes;

/// <summary>
/// A file system in memory, of a size that can be filled, which one process sees in place of a directory. It lives in a
/// mount namespace of that process and goes with it, so that nothing is left mounted whatever ends the tests.
/// </summary>
public sealed class SmallDisk(long bytes, string directory)
{
    private const string Script = "mount -t tmpfs -o size=\"$0\" tmpfs \"$1\" && shift && exec \"$@\"";

    private static readonly string[] Unshare = Environment.IsPrivilegedProcess ? ["-m"] : ["-U", "-r", "-m"];

    /// <summary>Why there can be none here; null when there can.</summary>
    public static async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "only Linux has mount namespaces";
        }

        using var directory = new TempDirectory();
        var start = new ProcessStartInfo("unshare", new SmallDisk(1024 * 1024, directory.FullName).Wrap("true", []))
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("unshare was not started.");
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? null : $"this user may not mount a file system of its own: {errors.Trim()}";
    }

    /// <summary>The arguments with which <c>unshare</c> runs a program that has this disk.</summary>
    public IReadOnlyList<string> Wrap(string program, IEnumerable<string> arguments) =>
        [.. Unshare, "sh", "-c", Script, $"{bytes}", directory, program, .. arguments];
}
