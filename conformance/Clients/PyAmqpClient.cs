namespace AmqpBroker.ConformanceTests.Clients;

/// <summary>Python: py-amqp, which Celery uses.</summary>
public sealed class PyAmqpClient : ScenarioRules
{
    protected override string Interpreter => "/usr/bin/python3";

    protected override string Script => "python/py_amqp_scenarios.py";
}
