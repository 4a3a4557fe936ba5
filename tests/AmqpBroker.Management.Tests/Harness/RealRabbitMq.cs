using System.Diagnostics;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Harness;

/// <summary>A RabbitMQ of Debian's package on free ports of its own, without any data at first, and a client of its API that is logged in as guest.</summary>
internal sealed class RealRabbitMq : IAsyncDisposable
{
    private static readonly string Script = RepositoryRoot.Path("conformance", "rabbitmq.sh");

    private readonly TempDirectory _directory = new();

    private ApiClient? _api;

    public ApiClient Api => _api ?? throw new InvalidOperationException("it has not started");

    /// <summary>Starts one; the test fails where none is installed.</summary>
    public static async Task<RealRabbitMq> StartAsync()
    {
        var rabbit = new RealRabbitMq();
        var (exitCode, output) = await rabbit.RunAsync("start");
        if (exitCode != 0)
        {
            await rabbit.DisposeAsync();
            Assert.Fail($"no RabbitMQ to compare with, which ./test.sh installs (apt-get install rabbitmq-server): {output}");
        }

        // The URI of AMQP comes first.
        var http = new Uri(output.Split(' ', StringSplitOptions.TrimEntries)[1]);
        rabbit._api = new ApiClient(new Uri(http.GetLeftPart(UriPartial.Authority).Replace(http.UserInfo + "@", string.Empty, StringComparison.Ordinal)), "guest", "guest");
        return rabbit;
    }

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        await RunAsync("stop");
        _directory.Dispose();
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string verb)
    {
        var start = new ProcessStartInfo(Script, [verb, _directory.File("rabbit")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Script} was not started");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? await output : await errors);
    }
}
