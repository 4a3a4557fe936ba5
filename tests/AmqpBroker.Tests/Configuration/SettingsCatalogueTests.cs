using System.Reflection;
using AmqpBroker.Configuration;
using AmqpBroker.Configuration.RabbitMq;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Telemetry;
using NUnit.Framework;

namespace AmqpBroker.Tests.Configuration;

public sealed class SettingsCatalogueTests
{
    [TestCase("Amqp", typeof(AmqpOptions))]
    [TestCase("Storage", typeof(StorageOptions))]
    [TestCase("Telemetry", typeof(TelemetryOptions))]
    public void Every_option_has_its_place_in_the_catalogue(string section, Type options)
    {
        var keys = SettingsCatalogue.All.Select(setting => setting.Key).Where(key => key.StartsWith(section + ":", StringComparison.Ordinal));
        var properties = options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{section}:{property.Name}");

        Assert.That(keys, Is.EquivalentTo(properties));
    }

    [Test]
    public void The_table_in_the_README_is_the_catalogue()
        => Assert.That(File.ReadAllText(Find("README.md")), Does.Contain(SettingsCatalogue.ToMarkdown()));

    [Test]
    public void The_tables_of_the_keys_of_rabbitmq_conf_are_those_of_the_reader()
        => Assert.That(File.ReadAllText(Find("docs/rabbitmq-conf.md")), Does.Contain(ConfCatalogue.ToMarkdown()));

    private static string Find(string path)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AmqpBroker.sln")))
        {
            directory = directory.Parent;
        }

        Assert.That(directory, Is.Not.Null, "the tests run inside the source tree");
        return Path.Combine(directory!.FullName, path); // not null: asserted above
    }
}
