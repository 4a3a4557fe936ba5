namespace AmqpBroker.ConformanceTests.Clients;

/// <summary>Node: amqplib.</summary>
public sealed class AmqplibClient : ScenarioRules
{
    protected override string Interpreter => "node";

    protected override string Script => "node/amqplib_scenarios.js";
}
