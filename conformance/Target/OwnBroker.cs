using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace AmqpBroker.ConformanceTests.Target;

/// <summary>This repository's broker as a child process, for a run that names no other: on a free port, with data of its own.</summary>
internal sealed class OwnBroker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _directory;
    private readonly StringBuilder _output = new();

    private OwnBroker(string executable)
    {
        _directory = Directory.CreateTempSubdirectory("amqp-conformance-").FullName;
        Uri = new BrokerUri("127.0.0.1", FreePort(), "guest", "guest", "/");
        Management = new Uri($"http://guest:guest@{Uri.Host}:{FreePort()}");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                executable,
                "serve",
                $"--Amqp:Address={Uri.Host}",
                $"--Amqp:Port={Uri.Port}",
                "--Prometheus:Port=-1",
                $"--Management:Address={Uri.Host}",
                $"--Management:Port={Management.Port}",
                $"--Storage:DataDirectory={Path.Combine(_directory, "data")}",
            },
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public BrokerUri Uri { get; }

    /// <summary>Its HTTP API.</summary>
    public Uri Management { get; }

    /// <summary>What the process has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public static OwnBroker Start() => new(FindExecutable());

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private static string FindExecutable()
    {
        var configuration = typeof(OwnBroker).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var executable = Repository.Find($"src/AmqpBroker/bin/{configuration}/net10.0/amqpbroker.dll");
        return executable
            ?? throw new InvalidOperationException($"No {configuration} build of src/AmqpBroker found: build it, or name a broker by its URI.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Append(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
