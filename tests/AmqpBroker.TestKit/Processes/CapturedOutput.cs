using System.Diagnostics;

namespace AmqpBroker.TestKit.Processes;

/// <summary>The last lines that a child process wrote, kept for the message of a failing test.</summary>
/// <remarks>Guarded: both of the process's streams are read on threads of their own.</remarks>
public sealed class CapturedOutput
{
    /// <summary>When full the oldest line is dropped.</summary>
    private const int MaximumLines = 2_000;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    /// <summary>Starts to read what <paramref name="process"/> writes; both of its streams must be redirected.</summary>
    public void Attach(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MaximumLines)
            {
                _lines.Dequeue();
            }
        }
    }
}
