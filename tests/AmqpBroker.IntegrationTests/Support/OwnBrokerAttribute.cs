using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>Marks what holds for this broker only, or needs its process: ignored when the suite tests another broker.</summary>
/// <param name="reason">What another broker lacks or does otherwise.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OwnBrokerAttribute(string reason) : NUnitAttribute, IApplyToTest
{
    public const string NeedsProcess = "starts, stops or measures the broker's own process";

    private const string Category = "OwnBroker";

    public string Reason => reason;

    public void ApplyToTest(Test test)
    {
        ArgumentNullException.ThrowIfNull(test);
        test.Properties.Add(PropertyNames.Category, Category);
        if (!SharedBroker.IsOwn && test.RunState != RunState.NotRunnable)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, $"AMQPBROKER_TEST_URI names another broker; this {reason}.");
        }
    }
}
