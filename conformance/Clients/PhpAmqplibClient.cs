namespace AmqpBroker.ConformanceTests.Clients;

/// <summary>PHP: php-amqplib.</summary>
public sealed class PhpAmqplibClient : ScenarioRules
{
    protected override string Interpreter => "php";

    protected override string Script => "php/php_amqplib_scenarios.php";
}
