using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace AmqpBroker.ConformanceTests.Target;

/// <summary>
/// A test on the pending list that fails is reported as ignored; one that passes fails, so that the list stays true.
/// Both hold only for the broker that the list belongs to.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JudgeByPendingListAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
    }

    public void AfterTest(ITest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var name = $"{test.Fixture?.GetType().Name}.{test.Name}";
        if (!Broker.IsAmqpBroker || !PendingList.Contains(name))
        {
            return;
        }

        var result = TestExecutionContext.CurrentContext.CurrentResult;
        if (result.ResultState.Status == TestStatus.Passed)
        {
            result.SetResult(ResultState.Failure, $"{name} passes: take it out of conformance/pending.txt.");
        }
        else if (result.ResultState.Status == TestStatus.Failed)
        {
            result.SetResult(ResultState.Ignored, $"Pending. {result.Message}");
        }
    }
}
