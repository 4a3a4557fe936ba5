using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace AmqpBroker.Protocol.Tests;

/// <summary>
/// Runs a property on arbitrary input and prints the seed. The same input comes again with
/// <c>dotnet test -- TestRunParameters.Parameter(name="seed", value="…")</c>.
/// </summary>
internal static class Property
{
    private const int DefaultRuns = 300;

    public static void Holds<T>(Gen<T> input, Action<T> assertion, int runs = DefaultRuns) =>
        Holds(input.ToArbitrary(), assertion, runs);

    public static void Holds<T>(Arbitrary<T> input, Action<T> assertion, int runs = DefaultRuns)
    {
        var given = TestContext.Parameters["seed"];
        var seed = given is null ? (ulong)Random.Shared.NextInt64() : ulong.Parse(given, CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"seed {seed}");
        var replay = new Replay(new Rnd(seed), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(runs)
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(replay));
        Prop.ForAll(input, assertion).Check(config);
    }
}
