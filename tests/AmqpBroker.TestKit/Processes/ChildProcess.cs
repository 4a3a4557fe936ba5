using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AmqpBroker.TestKit.Processes;

/// <summary>A process of the test's own, which never outlives the test run.</summary>
/// <remarks>
/// Three things end it: disposing, the exit of this process, and, should this process be killed, a shell that waits for
/// the end of its standard input and then kills the child by its id.
/// </remarks>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int SignalTerminate = 15;
    private const int SignalContinue = 18;
    private const int SignalStop = 19;

    private readonly Process _process;
    private readonly Process _watchdog;

    private ChildProcess(Process process)
    {
        _process = process;
        Output.Attach(process);
        _watchdog = StartWatchdog(process.Id);
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
    }

    public int Id => _process.Id;

    public CapturedOutput Output { get; } = new();

    public bool HasExited => _process.HasExited;

    /// <summary>Known once <see cref="WaitForExitAsync"/> has returned.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Memory of the process that is in RAM, in bytes.</summary>
    public long WorkingSetBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static ChildProcess Start(string fileName, IEnumerable<string> arguments, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? string.Empty,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{fileName} was not started.");
        return new ChildProcess(process);
    }

    /// <summary>Writes to the child's standard input and closes it.</summary>
    public async Task WriteInputAsync(string text, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken);
        _process.StandardInput.Close();
    }

    /// <summary>Asks the process to end (SIGTERM).</summary>
    public void Terminate() => Signal(SignalTerminate);

    /// <summary>Has the process stand still (SIGSTOP) until <see cref="Continue"/>.</summary>
    public void Freeze() => Signal(SignalStop);

    /// <summary>Has a frozen process go on (SIGCONT).</summary>
    public void Continue() => Signal(SignalContinue);

    /// <summary>Ends the process at once (SIGKILL), as a crash would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end of the process and of its output.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillOnExit;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await EndWatchdogAsync();
    }

    private void Signal(int signal)
    {
        if (Kill(_process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"Process {_process.Id} took no signal: {Marshal.GetLastPInvokeError()}.");
        }
    }

    private static Process StartWatchdog(int childId)
    {
        var script = "read line || kill -KILL \"$1\" 2>/dev/null";
        var start = new ProcessStartInfo("/bin/sh", ["-c", script, "watchdog", $"{childId}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The watchdog was not started.");
    }

    private async Task EndWatchdogAsync()
    {
        await _watchdog.StandardInput.WriteLineAsync("done");
        await _watchdog.StandardInput.FlushAsync();
        await _watchdog.WaitForExitAsync();
        _watchdog.Dispose();
    }

    private void KillOnExit(object? sender, EventArgs e) => _process.Kill();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
