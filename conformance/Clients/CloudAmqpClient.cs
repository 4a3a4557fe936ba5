namespace AmqpBroker.ConformanceTests.Clients;

/// <summary>Node: @cloudamqp/amqp-client.</summary>
public sealed class CloudAmqpClient : ScenarioRules
{
    protected override string Interpreter => "node";

    protected override string Script => "node/cloudamqp_scenarios.js";
}
