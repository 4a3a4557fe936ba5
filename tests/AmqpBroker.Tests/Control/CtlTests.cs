using System.Text;
using System.Text.Json.Nodes;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Control;

/// <summary>The program against a management API that gives prepared answers: what it asks, what it prints, how it ends.</summary>
public sealed class CtlTests
{
    private TemporaryDirectory _directory = null!; // set before each test
    private FakeApi _api = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _directory = new();
        _api = await FakeApi.StartAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        _directory.Dispose();
    }

    [Test]
    public async Task A_list_asks_only_for_the_columns_it_shows()
    {
        _api.Answer("GET /queues/%2F", 200, """[{"name":"q","messages":3}]""");

        var end = await RunAsync("list_queues");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(end.Output, Is.EqualTo("Listing queues for vhost / ...\nname\tmessages\nq\t3\n"));
            Assert.That(_api.Requests.Single().Line, Is.EqualTo("GET /queues/%2F?columns=name,messages"));
            Assert.That(_api.Requests[0].Authorization, Is.EqualTo("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("guest:guest"))));
        }
    }

    [TestCase("a b", "a%20b")]
    [TestCase("a/b", "a%2Fb")]
    [TestCase("世", "%E4%B8%96")]
    [TestCase("..", "..")]
    [TestCase("%2F", "%252F")]
    public async Task A_name_is_sent_as_it_is(string name, string sent)
    {
        _api.Answer($"DELETE /queues/v/{sent}/contents", 204);

        var end = await RunAsync("purge_queue", "-p", "v", name);

        Assert.That(end.ExitCode, Is.Zero, end.Errors);
        Assert.That(_api.Requests.Single().Line, Is.EqualTo($"DELETE /queues/v/{sent}/contents"));
    }

    [Test]
    public async Task A_closed_connection_hears_the_reason()
    {
        _api.Answer("DELETE /connections/127.0.0.1%3A1%20-%3E%20127.0.0.1%3A2", 204);

        var end = await RunAsync("close_connection", "127.0.0.1:1 -> 127.0.0.1:2", "go away");

        Assert.That(end.ExitCode, Is.Zero, end.Errors);
        Assert.That(_api.Requests.Single().Reason, Is.EqualTo("go away"));
    }

    [Test]
    public async Task A_user_keeps_its_tags_with_another_password_and_its_password_with_other_tags()
    {
        _api.Answer("GET /users/ann", 200, """{"name":"ann","password_hash":"h","hashing_algorithm":"a","tags":["monitoring"]}""");
        _api.Answer("PUT /users/ann", 204);

        await RunAsync("change_password", "ann", "secret");
        await RunAsync("set_user_tags", "ann", "administrator", "policymaker");

        Assert.That(_api.Requests.Where(request => request.Line == "PUT /users/ann").Select(request => request.Body), Is.EqualTo(new[]
        {
            """{"password":"secret","tags":["monitoring"]}""",
            """{"password_hash":"h","hashing_algorithm":"a","tags":"administrator,policymaker"}""",
        }));
    }

    [Test]
    public async Task Limits_that_are_not_named_are_lifted()
    {
        _api.Answer("GET /vhost-limits/v", 200, """[{"vhost":"v","value":{"max-queues":1,"max-connections":2}}]""");
        _api.Answer("PUT /vhost-limits/v/max-queues", 204);
        _api.Answer("DELETE /vhost-limits/v/max-connections", 204);

        var end = await RunAsync("set_vhost_limits", "-p", "v", """{"max-queues":7}""");

        Assert.That(end.ExitCode, Is.Zero, end.Errors);
        Assert.That(_api.Requests.Select(request => request.Line), Is.EqualTo(new[]
        {
            "GET /vhost-limits/v",
            "PUT /vhost-limits/v/max-queues",
            "DELETE /vhost-limits/v/max-connections",
        }));
    }

    [TestCase(0, "", "clear_permissions", "known")]
    [TestCase(64, "there is no queue 'nope' in vhost '/'", "delete_queue", "nope")]
    [TestCase(64, "there is no column nope; there is name, messages,", "list_queues", "nope")]
    [TestCase(64, "Required argument 'USERNAME' missing", "add_user")]
    [TestCase(64, "Required command was not provided.")]
    [TestCase(65, "Virtual host 'nope' does not exist", "delete_vhost", "nope")]
    [TestCase(65, "cannot read /nowhere/file: ", "import_definitions", "/nowhere/file")]
    [TestCase(67, "User \"nope\" does not exist", "delete_user", "nope")]
    [TestCase(67, "User \"nope\" does not exist", "set_permissions", "nope", "a", "b", "c")]
    [TestCase(69, "Virtual host 'nope' does not exist", "list_queues", "-p", "nope")]
    [TestCase(69, "No active listener; missing: 1; ports: [5672]", "check_port_listener", "1")]
    [TestCase(69, "Validation failed [{<<\"nope\">>,1}] are not recognised policy settings", "set_policy", "p", ".*", "{\"nope\":1}")]
    [TestCase(69, "JSON decoding error at character 2", "set_policy", "p", ".*", "nope")]
    [TestCase(70, "User \"known\" already exists", "add_user", "known", "x")]
    [TestCase(77, "refused the login as guest", "list_vhosts")]
    [TestCase(77, "guest may not do this: Not administrator user", "list_users")]
    [TestCase(78, "'ftp://x' is not the URL of a management API", "ping", "--url", "ftp://x")]
    public async Task Each_end_has_its_exit_code_and_a_line(int exitCode, string message, params string[] arguments)
    {
        _api.Answer("GET /users/known", 200, "{}");
        _api.Answer("GET /vhosts/%2F", 200, "{}");
        _api.Answer("PUT /permissions/%2F/nope", 400, """{"error":"bad_request","reason":"vhost_or_user_not_found"}""");
        _api.Answer("GET /health/checks/port-listener/1", 503, """{"status":"failed","reason":"No active listener","missing":1,"ports":[5672]}""");
        _api.Answer("PUT /policies/%2F/p", 400, """{"error":"bad_request","reason":"Validation failed\n\n[{<<\"nope\">>,1}] are not recognised policy settings\n"}""");
        _api.Answer("GET /vhosts", 401, """{"error":"not_authorized","reason":"Login failed"}""");
        _api.Answer("GET /users", 401, """{"error":"not_authorised","reason":"Not administrator user"}""");

        var end = await RunAsync(arguments);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(exitCode), end.Errors);
            Assert.That(end.ErrorLines.FirstOrDefault(string.Empty), message.Length == 0 ? Is.Empty : Does.StartWith("amqpbroker: ").And.Contain(message));
        }
    }

    [Test]
    public async Task Nobody_there_is_said_with_what_to_do()
    {
        await _api.DisposeAsync();

        var end = await RunAsync("ping");

        Assert.That(end.ExitCode, Is.EqualTo(69));
        Assert.That(end.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(end.ErrorLines[0], Does.Match("^amqpbroker: no broker answers on .*: start one, or name another with --url$"));
    }

    [Test]
    public async Task Definitions_are_written_as_they_come_and_sent_as_they_are()
    {
        const string Definitions = """{"queues":[{"name":"<q>"}],"x":1.0}""";
        _api.Answer("GET /definitions", 200, Definitions);
        _api.Answer("POST /definitions", 204);
        var file = Path.Combine(_directory.Path, "definitions.json");

        var export = await RunAsync("export_definitions", file);
        var import = await RunAsync("import_definitions", file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((export.ExitCode, import.ExitCode), Is.EqualTo((0, 0)), export.Errors + import.Errors);
            Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(Definitions));
            Assert.That(_api.Requests[^1].Body, Is.EqualTo(Definitions));
        }
    }

    [Test]
    public async Task The_status_is_in_sections_or_one_object()
    {
        _api.Answer("GET /overview", 200, """{"node":"rabbit@x","product_name":"AmqpBroker","product_version":"1.0","rabbitmq_version":"3.13.7","erlang_full_version":".NET","cluster_name":"c","object_totals":{"queues":2},"listeners":[{"protocol":"amqp","ip_address":"::","port":5672}]}""");
        _api.Answer("GET /nodes/rabbit%40x", 200, """{"os_pid":"7","uptime":61000,"mem_used":1500000000,"mem_limit":2000000000,"mem_alarm":true,"disk_free_alarm":false,"disk_free":5,"disk_free_limit":4,"fd_used":1,"fd_total":2,"config_files":[]}""");

        var text = await RunAsync("status");
        var json = await RunAsync("status", "--format", "json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.Output, Does.Contain("Uptime (seconds): 61\n").And.Contain("Total memory used: 1.5 gb\n").And.Contain("Memory alarm\n"));
            Assert.That(text.Output, Does.Contain("Queues: 2\n").And.Contain("Interface: ::, port: 5672, protocol: amqp\n"));
            Assert.That(System.Text.Json.JsonDocument.Parse(json.Output).RootElement.GetProperty("mem_used").GetInt64(), Is.EqualTo(1_500_000_000));
        }
    }

    [Test]
    public async Task Memory_is_told_by_its_parts_the_largest_first()
    {
        _api.Answer("GET /overview", 200, """{"node":"rabbit@here"}""");
        _api.Answer(
            "GET /nodes/rabbit%40here/memory",
            200,
            """{"name":"rabbit@here","memory":{"binary":50000000,"code":1,"other_proc":150000000,"strategy":"rss","total":{"erlang":1,"rss":200000000,"allocated":1}}}""");

        var text = await RunAsync("memory_breakdown");
        var megabytes = await RunAsync("-q", "memory_breakdown", "--unit", "mb");
        var json = await RunAsync("--format", "json", "memory_breakdown");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.Output, Is.EqualTo(
                "Reporting memory breakdown on node rabbit@here...\nother_proc: 0.15 gb (75%)\nbinary: 0.05 gb (25%)\ncode: 0 gb (0%)\n"), text.Errors);
            Assert.That(megabytes.Output, Does.StartWith("other_proc: 150 mb (75%)\n"));
            Assert.That(JsonNode.Parse(json.Output)!["binary"]!.ToJsonString(), Is.EqualTo("""{"bytes":50000000,"percentage":25}"""));
        }
    }

    [Test]
    public async Task A_feature_flag_is_enabled_or_all_that_are_not()
    {
        _api.Answer("PUT /feature-flags/a/enable", 204);
        _api.Answer("PUT /feature-flags/b/enable", 400, """{"error":"bad_request","reason":"unsupported"}""");
        _api.Answer("GET /feature-flags", 200, """[{"name":"a","state":"disabled"},{"name":"b","state":"unavailable"},{"name":"c","state":"enabled"}]""");

        var one = await RunAsync("enable_feature_flag", "a");
        var unknown = await RunAsync("enable_feature_flag", "b");
        var all = await RunAsync("enable_feature_flag", "all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((one.ExitCode, one.Output), Is.EqualTo((0, "Enabling feature flag \"a\" ...\n")));
            Assert.That((unknown.ExitCode, unknown.Errors), Is.EqualTo((64, "amqpbroker: feature flag 'b' is not supported by this broker\n")));
            Assert.That((all.ExitCode, all.Output), Is.EqualTo((0, "Enabling all feature flags ...\n")));
            Assert.That(_api.Requests.Select(static request => request.Line), Is.EqualTo(new[]
            {
                "PUT /feature-flags/a/enable", "PUT /feature-flags/b/enable", "GET /feature-flags", "PUT /feature-flags/a/enable",
            }));
        }
    }

    private async Task<ProcessEnd> RunAsync(params string[] arguments)
    {
        string[] url = arguments.Contains("--url") ? [] : ["--url", _api.Url];
        using var process = new BrokerProcess(_directory.Path, ["ctl", .. arguments, .. url]);
        return await process.WaitAsync();
    }
}
