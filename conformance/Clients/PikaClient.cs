namespace AmqpBroker.ConformanceTests.Clients;

/// <summary>Python: pika.</summary>
public sealed class PikaClient : ScenarioRules
{
    protected override string Interpreter => "/usr/bin/python3";

    protected override string Script => "python/pika_scenarios.py";
}
