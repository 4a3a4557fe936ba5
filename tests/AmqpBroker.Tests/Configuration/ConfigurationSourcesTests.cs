using AmqpBroker.Configuration;
using AmqpBroker.Configuration.RabbitMq;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Configuration;

[NonParallelizable] // the environment is the process's
public sealed class ConfigurationSourcesTests
{
    private const string OwnVirtualHost = "AMQPBROKER_Amqp__DefaultVirtualHost";
    private const string Variable = "AMQPBROKER_Amqp__ChannelMax";

    [TearDown]
    public void ClearEnvironment()
    {
        foreach (var variable in new[] { Variable, OwnVirtualHost, RabbitMqEnvironment.User, RabbitMqEnvironment.Password, RabbitMqEnvironment.VirtualHost })
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Test]
    public void The_environment_overrides_the_file_and_the_command_line_both()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(ConfigurationSources.FileName, """{ "Amqp": { "FrameMax": 4096, "ChannelMax": 1, "Heartbeat": 1 } }""");
        Environment.SetEnvironmentVariable(Variable, "2");

        var configuration = ConfigurationSources.Build(directory.Path, [new("Amqp:Heartbeat", "3")], RabbitMqConf.Empty);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(configuration["Amqp:FrameMax"], Is.EqualTo("4096"), "from the file");
            Assert.That(configuration["Amqp:ChannelMax"], Is.EqualTo("2"), "from the environment");
            Assert.That(configuration["Amqp:Heartbeat"], Is.EqualTo("3"), "from the command line");
        }
    }

    [Test]
    public void The_command_line_overrides_the_environment()
    {
        using var directory = new TemporaryDirectory();
        Environment.SetEnvironmentVariable(Variable, "2");

        var configuration = ConfigurationSources.Build(directory.Path, [new("Amqp:ChannelMax", "3"), new("amqp:channelmax", "4")], RabbitMqConf.Empty);

        Assert.That(configuration["Amqp:ChannelMax"], Is.EqualTo("4"), "the last one given counts");
    }

    [Test]
    public void The_variables_of_RabbitMQs_image_name_the_first_user_unless_our_own_do()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(ConfigurationSources.FileName, """{ "Amqp": { "DefaultUser": "file", "DefaultPassword": "file", "DefaultVirtualHost": "file" } }""");
        Environment.SetEnvironmentVariable(RabbitMqEnvironment.User, "alice");
        Environment.SetEnvironmentVariable(RabbitMqEnvironment.Password, "");
        Environment.SetEnvironmentVariable(RabbitMqEnvironment.VirtualHost, "shop");
        Environment.SetEnvironmentVariable(OwnVirtualHost, "own");

        var amqp = ConfigurationSources.Build(directory.Path, [], RabbitMqConf.Empty).GetSection("Amqp");

        Assert.That((amqp["DefaultUser"], amqp["DefaultPassword"], amqp["DefaultVirtualHost"]), Is.EqualTo(("alice", "file", "own")));
    }

    [Test]
    public void No_file_is_needed()
    {
        using var directory = new TemporaryDirectory();

        Assert.That(ConfigurationSources.Build(directory.Path, [], RabbitMqConf.Empty).GetSection("Amqp").Value, Is.Null);
    }

    [Test]
    public void A_broken_file_is_told_with_its_place()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(ConfigurationSources.FileName, "{\n  \"Amqp\": }\n");

        var exception = Assert.Throws<InvalidDataException>(() => ConfigurationSources.Build(directory.Path, [], RabbitMqConf.Empty));

        Assert.That(ConfigurationSources.DescribeUnreadableFile(exception), Is.EqualTo("appsettings.json is not valid JSON, line 2, column 11"));
    }

    [Test]
    public void RabbitMQs_files_override_the_file_and_are_overridden_by_the_environment()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(ConfigurationSources.FileName, """{ "Amqp": { "FrameMax": 4096, "ChannelMax": 1 }, "Storage": { "MemoryLimit": "32MiB" } }""");
        Environment.SetEnvironmentVariable(Variable, "2");
        var conf = new RabbitMqConf();
        conf.Set("Amqp:FrameMax", "8192", new("f", 1, "frame_max", "8192"));
        conf.Set("Amqp:ChannelMax", "3", new("f", 2, "channel_max", "3"));
        conf.Defaults["Storage:MemoryLimit"] = "64MiB";

        var configuration = ConfigurationSources.Build(directory.Path, [], conf);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(configuration["Amqp:FrameMax"], Is.EqualTo("8192"), "from rabbitmq.conf");
            Assert.That(configuration["Amqp:ChannelMax"], Is.EqualTo("2"), "from the environment");
            Assert.That(configuration["Storage:MemoryLimit"], Is.EqualTo("32MiB"), "what merely follows from rabbitmq.conf counts least");
        }
    }
}
