using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;

namespace AmqpBroker.TestKit.Processes;

/// <summary>The broker's own executable as a child process, on a free port, with a data directory of its own.</summary>
public sealed class BrokerProcess : IAsyncDisposable
{
    /// <summary>Generous: a broker that starts at all takes far less, even on a busy machine.</summary>
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan PauseBetweenAttempts = TimeSpan.FromMilliseconds(50);

    private readonly string _executable;
    private readonly string[] _settings;
    private readonly TempDirectory _directory = new();
    private readonly SmallDisk? _disk;
    private ChildProcess _process;

    private BrokerProcess(string executable, int port, string[] settings, long diskBytes = 0)
    {
        if (diskBytes > 0)
        {
            Directory.CreateDirectory(DataDirectory);
            _disk = new SmallDisk(diskBytes, DataDirectory);
        }

        _executable = executable;
        _settings = settings;
        Endpoint = new BrokerEndpoint("127.0.0.1", port);
        _process = Launch();
    }

    public BrokerEndpoint Endpoint { get; }

    public int Port => Endpoint.Port;

    public Uri Uri => Endpoint.Uri;

    public int ProcessId => _process.Id;

    public string DataDirectory => _directory.File("data");

    /// <summary>The data directory as this process sees it, when the broker has a disk of its own.</summary>
    public string DataDirectoryOnSmallDisk => $"/proc/{ProcessId}/root{DataDirectory}";

    /// <summary>What the process wrote to its output and error streams since it was last started.</summary>
    public string Output => _process.Output.ToString();

    /// <summary>Known once the process has ended.</summary>
    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public long WorkingSetBytes => _process.WorkingSetBytes;

    /// <summary>Starts a broker and waits until it greets a client.</summary>
    /// <param name="cancellationToken">Gives up; the process is ended then.</param>
    /// <param name="settings">Further arguments, such as <c>--Amqp:TlsPort=5671</c>.</param>
    /// <exception cref="BrokerStartException">The process ended, or did not greet in time; tells what it wrote.</exception>
    public static Task<BrokerProcess> StartAsync(CancellationToken cancellationToken, params string[] settings) =>
        StartAsync(new BrokerProcess(FindExecutable(), FreePort.Next(), settings), cancellationToken);

    /// <summary>Starts a broker whose data directory is a disk of its own, in memory and gone with the process: see <see cref="SmallDisk"/>.</summary>
    public static Task<BrokerProcess> StartOnSmallDiskAsync(long diskBytes, CancellationToken cancellationToken, params string[] settings) =>
        StartAsync(new BrokerProcess(FindExecutable(), FreePort.Next(), settings, diskBytes), cancellationToken);

    private static async Task<BrokerProcess> StartAsync(BrokerProcess broker, CancellationToken cancellationToken)
    {
        try
        {
            await broker.WaitUntilReadyAsync(cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a broker that cannot run, and waits for its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> FailToStartAsync(
        int port, CancellationToken cancellationToken, params string[] settings)
    {
        await using var broker = new BrokerProcess(FindExecutable(), port, settings);
        await broker._process.WaitForExitAsync(cancellationToken);
        return (broker.ExitCode, broker.Output);
    }

    /// <summary>Asks the broker to stop (SIGTERM) and waits until its process has ended.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> StopAsync(CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        _process.Terminate();
        await _process.WaitForExitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(asked);
    }

    /// <summary>Copies the files of a broker on a small disk as a crash at this moment would leave them.</summary>
    public void CopyDataTo(string directory)
    {
        _process.Freeze();
        try
        {
            var source = DataDirectoryOnSmallDisk;
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
            {
                var target = Path.Combine(directory, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file lies in a directory
                File.Copy(file, target);
            }
        }
        finally
        {
            _process.Continue();
        }
    }

    /// <summary>Ends the broker as a crash would (SIGKILL).</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Starts a stopped or killed broker again, on the same port and data directory.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            throw new InvalidOperationException("The broker is still running.");
        }

        await _process.DisposeAsync();
        _process = Launch();
        await WaitUntilReadyAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _directory.Dispose();
    }

    private ChildProcess Launch()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] arguments =
        [
            _executable,
            "serve",
            $"--Amqp:Address={Endpoint.Host}",
            $"--Amqp:Port={Port}",
            $"--Management:Address={Endpoint.Host}",
            "--Management:Port=0",
            "--Prometheus:Port=-1",
            $"--Storage:DataDirectory={DataDirectory}",
            .. _settings,
        ];
        return _disk is null
            ? ChildProcess.Start(dotnet, arguments, _directory.FullName)
            : ChildProcess.Start("unshare", _disk.Wrap(dotnet, arguments), _directory.FullName);
    }

    private static string FindExecutable()
    {
        var configuration = typeof(BrokerProcess).Assembly
            .GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var path = RepositoryRoot.Path("src", "AmqpBroker", "bin", configuration, "net10.0", "amqpbroker.dll");
        return File.Exists(path) ? path : throw new BrokerStartException($"{path} does not exist: build src/AmqpBroker first.");
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await GreetsAsync(cancellationToken))
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync(cancellationToken);
                throw new BrokerStartException($"The broker ended with exit code {_process.ExitCode}. It wrote:\n{Output}");
            }

            if (Stopwatch.GetElapsedTime(started) > StartDeadline)
            {
                throw new BrokerStartException($"No connection.start on port {Port} in {StartDeadline}. It wrote:\n{Output}");
            }

            await Task.Delay(PauseBetweenAttempts, cancellationToken);
        }
    }

    private async Task<bool> GreetsAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Endpoint.Host, Port, cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken);
            var firstOctet = new byte[1];
            return await stream.ReadAsync(firstOctet, cancellationToken) == 1 && firstOctet[0] == 1;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
