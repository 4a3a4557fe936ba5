using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Foreign.RabbitMqAdmin;

/// <summary>Policies and parameters by rabbitmqadmin, and how it is told whom to ask.</summary>
public sealed class DefinitionTests
{
    private readonly string _name = Unique.Name("admin");

    [TestCase("policy", "policies")]
    [TestCase("operator_policy", "operator_policies")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_policy_comes_and_goes(string kind, string list, CancellationToken cancellationToken)
    {
        var declared = await RabbitMqAdmin.SucceedAsync(
            cancellationToken, "declare", kind, $"name={_name}", $"pattern=^{_name}", """definition={"max-length":7}""", "priority=3", "apply-to=queues");
        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", list, "name", "priority", "apply-to", "definition");
        var deleted = await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", kind, $"name={_name}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared, Is.EqualTo(kind + " declared"));
            Assert.That(listed.Split('\n'), Does.Contain($$"""{{_name}}{{'\t'}}3{{'\t'}}queues{{'\t'}}{"max-length": 7}"""));
            Assert.That(deleted, Is.EqualTo(kind + " deleted"));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_parameter_of_a_component_nobody_has_is_refused_with_the_reason(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RabbitMqAdmin.RunAsync(cancellationToken, "declare", "parameter", "component=nope", "name=p", "value=1");
        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "list", "parameters");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(output, Does.Contain("component nope not found"));
            Assert.That(listed, Is.Not.Empty);
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_node_of_its_configuration_file_is_asked(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var file = directory.File("admin.conf");
        await File.WriteAllTextAsync(file, "[mine]\nusername = guest\npassword = guest\ndeclare_vhost = /\n", cancellationToken);

        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-c", file, "-N", "mine", "-q", "list", "exchanges", "name");

        Assert.That(listed, Does.Contain("amq.direct"));
    }
}
