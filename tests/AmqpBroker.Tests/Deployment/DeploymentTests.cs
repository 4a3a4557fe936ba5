using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmqpBroker.Configuration;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Deployment;

/// <summary>
/// What <c>docker compose up</c> would bring up, held against the broker's own configuration and the files against each other, so that it is right
/// also where no container can be run.
/// </summary>
public sealed partial class DeploymentTests
{
    private const string Broker = "amqpbroker";

    private static ComposeFile Compose { get; } = ComposeFile.Read("docker-compose.yml");

    private static ComposeFile Prometheus { get; } = ComposeFile.Read("deploy", "prometheus", "prometheus.yml");

    private static ComposeFile DataSources { get; } = ComposeFile.Read("deploy", "grafana", "provisioning", "datasources", "prometheus.yml");

    private static ComposeFile Dashboards { get; } = ComposeFile.Read("deploy", "grafana", "provisioning", "dashboards", "amqpbroker.yml");

    [GeneratedRegex(@"rabbitmq_[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MetricPattern { get; }

    [Test]
    public void The_brokers_ports_are_those_it_listens_on_by_default()
    {
        var ports = Compose.Texts("services", Broker, "ports");

        Assert.That(ports, Is.EqualTo(new[] { Same(Default("Amqp:Port")), Same(Default("Management:Port")), $"127.0.0.1:{Same(Default("Prometheus:Port"))}" }));
    }

    [Test]
    public void Every_setting_in_the_environment_exists_and_can_be_read()
    {
        using var directory = new TemporaryDirectory();
        var settings = Compose.Map("services", Broker, "environment")
            .Where(variable => variable.Key.StartsWith(ConfigurationSources.EnvironmentPrefix, StringComparison.Ordinal))
            .Select(variable => new KeyValuePair<string, string?>(
                variable.Key[ConfigurationSources.EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal), variable.Value));

        var configuration = ConfigurationSources.Build(directory.Path, settings, AmqpBroker.Configuration.RabbitMq.RabbitMqConf.Empty);

        Assert.That(SettingsReader.TryRead(configuration, out _, out var mistakes), Is.True, string.Join('\n', mistakes));
    }

    [Test]
    public void The_data_lies_on_a_volume()
    {
        var directory = Compose.Map("services", Broker, "environment")["AMQPBROKER_Storage__DataDirectory"];
        var mounts = Compose.Texts("services", Broker, "volumes").Select(mount => mount.Split(':'));
        var image = File.ReadAllText(SourceFile.Path("Dockerfile"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mounts.Select(mount => mount[1]), Does.Contain(directory));
            Assert.That(mounts.Select(mount => mount[0]), Is.SubsetOf(Compose.Map("volumes").Keys));
            Assert.That(image, Does.Contain($"VOLUME {directory}\n").And.Contain($"Storage__DataDirectory={directory}\n"));
        }
    }

    [Test]
    public void The_image_exposes_every_port()
    {
        var exposed = File.ReadLines(SourceFile.Path("Dockerfile")).Single(line => line.StartsWith("EXPOSE ", StringComparison.Ordinal)).Split(' ')[1..];

        Assert.That(exposed, Is.SupersetOf(new[] { "Amqp:Port", "Amqp:TlsPort", "Management:Port", "Management:TlsPort", "Prometheus:Port" }.Select(Default)));
    }

    [Test]
    public async Task The_health_check_is_a_command_the_program_has()
    {
        var test = Compose.Texts("services", Broker, "healthcheck", "test");
        var image = File.ReadLines(SourceFile.Path("Dockerfile")).Single(line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal));
        using var directory = new TemporaryDirectory();
        using var process = new BrokerProcess(directory.Path, [.. test.Skip(3), "--url", "http://127.0.0.1:1"]);

        var end = await process.WaitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(test[0], Is.EqualTo("CMD"));
            Assert.That(image, Does.Contain($"[\"{test[1]}\", \"{test[2]}\"]"));
            Assert.That(end.ExitCode, Is.EqualTo(69), end.Errors);
            Assert.That(end.Errors, Does.StartWith("amqpbroker: no broker answers on"));
        }
    }

    [Test]
    public void Prometheus_asks_the_broker_on_the_port_of_its_metrics()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Prometheus.Text("scrape_configs", 0, "static_configs", 0, "targets", 0), Is.EqualTo($"{Broker}:{Default("Prometheus:Port")}"));
            Assert.That(Prometheus.Text("scrape_configs", 0, "metrics_path"), Is.EqualTo(Default("Prometheus:Path")));
            Assert.That(Compose.Texts("services", "prometheus", "volumes"), Does.Contain("./deploy/prometheus:/etc/prometheus:ro"));
            Assert.That(File.Exists(SourceFile.Path("deploy", "prometheus", Prometheus.Text("rule_files", 0))), Is.True);
        }
    }

    [Test]
    public void Grafana_asks_Prometheus_and_finds_the_dashboard()
    {
        var mounts = Compose.Texts("services", "grafana", "volumes").Select(mount => mount.Split(':')).ToDictionary(mount => mount[1], mount => mount[0], StringComparer.Ordinal);
        var port = Compose.Texts("services", "prometheus", "ports").Single().Split(':')[^1];
        var folder = Dashboards.Text("providers", 0, "options", "path");
        var home = Compose.Map("services", "grafana", "environment")["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DataSources.Text("datasources", 0, "url"), Is.EqualTo($"http://prometheus:{port}"));
            Assert.That(mounts[folder], Is.EqualTo("./deploy/grafana/dashboards"));
            Assert.That(mounts.Values.All(path => Directory.Exists(SourceFile.Path(path))), Is.True);
            Assert.That(Path.GetDirectoryName(home), Is.EqualTo(folder));
            Assert.That(File.Exists(SourceFile.Path("deploy", "grafana", "dashboards", Path.GetFileName(home))), Is.True);
        }
    }

    [Test]
    public void The_dashboard_shows_the_provisioned_data_source_and_no_panel_lies_on_another()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(SourceFile.Path("deploy", "grafana", "dashboards", "amqpbroker.json")));
        var source = dashboard.RootElement.GetProperty("templating").GetProperty("list")[0];
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();
        var cells = panels.SelectMany(panel => Cells(panel.GetProperty("gridPos"))).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.GetProperty("current").GetProperty("value").GetString(), Is.EqualTo(DataSources.Text("datasources", 0, "uid")));
            Assert.That(source.GetProperty("query").GetString(), Is.EqualTo(DataSources.Text("datasources", 0, "type")));
            Assert.That(panels.Select(panel => panel.GetProperty("id").GetInt32()), Is.Unique);
            Assert.That(cells, Is.Unique);
            Assert.That(cells.Select(cell => cell.X), Is.All.InRange(0, 23));
        }
    }

    [Test]
    public void Dashboard_and_alerts_ask_only_for_metrics_that_RabbitMQ_has()
    {
        var asked = new[] { SourceFile.Path("deploy", "grafana", "dashboards", "amqpbroker.json"), SourceFile.Path("deploy", "prometheus", "alerts.yml") }
            .SelectMany(path => MetricPattern.Matches(File.ReadAllText(path)).Select(match => match.Value))
            .Except(["rabbitmq_cluster", "rabbitmq_node"], StringComparer.Ordinal)
            .Distinct(StringComparer.Ordinal);

        Assert.That(asked, Is.SubsetOf(RabbitMqMetrics.Names));
    }

    private static string Default(string key) => SettingsCatalogue.All.Single(setting => setting.Key == key).Default;

    private static string Same(string port) => string.Create(CultureInfo.InvariantCulture, $"{port}:{port}");

    private static IEnumerable<(int X, int Y)> Cells(JsonElement position)
    {
        var (x, y) = (position.GetProperty("x").GetInt32(), position.GetProperty("y").GetInt32());
        return from column in Enumerable.Range(x, position.GetProperty("w").GetInt32())
               from line in Enumerable.Range(y, position.GetProperty("h").GetInt32())
               select (column, line);
    }
}
