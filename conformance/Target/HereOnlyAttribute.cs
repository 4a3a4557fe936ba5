using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace AmqpBroker.ConformanceTests.Target;

/// <summary>What a plain RabbitMQ does not have: such tests are ignored on any other broker.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HereOnlyAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (!Broker.IsAmqpBroker)
        {
            Assert.Ignore("Here only.");
        }
    }

    public void AfterTest(ITest test)
    {
    }
}
