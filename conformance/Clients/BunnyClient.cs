namespace AmqpBroker.ConformanceTests.Clients;

/// <summary>Ruby: Bunny.</summary>
public sealed class BunnyClient : ScenarioRules
{
    protected override string Interpreter => "ruby";

    protected override string Script => "ruby/bunny_scenarios.rb";
}
