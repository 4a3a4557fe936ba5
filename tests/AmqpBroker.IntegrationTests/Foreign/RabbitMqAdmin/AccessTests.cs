using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Foreign.RabbitMqAdmin;

/// <summary>Virtual hosts, users, permissions, limits and parameters by rabbitmqadmin.</summary>
public sealed class AccessTests
{
    private readonly string _name = Unique.Name("admin");

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_limit_of_a_virtual_host_comes_and_goes(CancellationToken cancellationToken)
    {
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "vhost", $"name={_name}");
        var declared = await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "vhost_limit", $"vhost={_name}", "name=max-queues", "value=9");
        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "vhost_limits");
        var deleted = await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "vhost_limit", $"vhost={_name}", "name=max-queues");
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "vhost", $"name={_name}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((declared, deleted), Is.EqualTo(("vhost_limit declared", "vhost_limit deleted")));
            Assert.That(listed, Does.Contain(_name).And.Contain("9"));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_virtual_host_with_a_user_and_its_permission_comes_and_goes(CancellationToken cancellationToken)
    {
        string[] declared =
        [
            await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "vhost", $"name={_name}", "tracing=false"),
            await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "user", $"name={_name}", "password=secret", "tags=administrator"),
            await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "permission", $"vhost={_name}", $"user={_name}", "configure=.*", "write=.*", "read=.*"),
        ];
        var vhosts = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "vhosts", "name");
        var users = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "users", "name", "tags");
        var permissions = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "permissions", "vhost", "user", "configure");
        var asUser = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-u", _name, "-p", "secret", "-V", _name, "declare", "queue", "name=q", "durable=false");
        string[] deleted =
        [
            await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "permission", $"vhost={_name}", $"user={_name}"),
            await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "user", $"name={_name}"),
            await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "vhost", $"name={_name}"),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared, Is.EqualTo(new[] { "vhost declared", "user declared", "permission declared" }));
            Assert.That(vhosts.Split('\n'), Does.Contain(_name));
            Assert.That(users.Split('\n'), Does.Contain($"{_name}\tadministrator"));
            Assert.That(permissions.Split('\n'), Does.Contain($"{_name}\t{_name}\t.*"));
            Assert.That(asUser, Is.EqualTo("queue declared"));
            Assert.That(deleted, Is.EqualTo(new[] { "permission deleted", "user deleted", "vhost deleted" }));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Parameters_are_set_and_deleted(CancellationToken cancellationToken)
    {
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "vhost", $"name={_name}");
        var declared = await RabbitMqAdmin.SucceedAsync(
            cancellationToken, "-V", _name, "declare", "parameter", "component=vhost-limits", "name=limits", """value={"max-queues":3}""");
        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "parameters", "vhost", "component", "name");
        var deleted = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-V", _name, "delete", "parameter", "component=vhost-limits", "name=limits");
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "vhost", $"name={_name}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((declared, deleted), Is.EqualTo(("parameter declared", "parameter deleted")));
            Assert.That(listed.Split('\n'), Does.Contain($"{_name}\tvhost-limits\tlimits"));
        }
    }
}
