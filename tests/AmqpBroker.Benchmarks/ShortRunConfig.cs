using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AmqpBroker.Benchmarks;

/// <summary>A few seconds per benchmark: enough to see a regression, and an allocation exactly.</summary>
/// <remarks>In this process, as a project of its own for each benchmark would have to pass this repository's analyzers.</remarks>
internal sealed class ShortRunConfig : ManualConfig
{
    public ShortRunConfig()
    {
        Add(DefaultConfig.Instance);
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        AddDiagnoser(MemoryDiagnoser.Default);
    }
}
