using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Resources;

/// <summary>Policies and parameters, answered as RabbitMQ 3.10.8 was seen to answer.</summary>
public sealed class PolicyEndpointTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [TestCase("policies", "policies", "policy", """{"max-length":10}""")]
    [TestCase("operator-policies", "operator-policies", "operator-policy", """{"max-length":10}""")]
    public async Task A_policy_is_set_listed_and_cleared(string path, string list, string one, string definition)
    {
        var body = $$"""{"pattern":"^a","definition":{{definition}},"priority":1,"apply-to":"queues"}""";
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _broker.Api.PutAsync($"/api/{path}/%2F/p", body)).Status, Is.EqualTo(201));
            Assert.That((await _broker.Api.PutAsync($"/api/{path}/%2F/p", body)).Status, Is.EqualTo(204));
            Assert.That(
                (await _broker.Api.GetAsync($"/api/{path}/%2F/p")).Text,
                Is.EqualTo("""{"vhost":"/","name":"p","pattern":"^a","apply-to":"queues","definition":{"max-length":10},"priority":1}"""));
            Sample.AssertShape((await _broker.Api.GetAsync($"/api/{path}")).Json, Sample.Read(list), "definition");
            Sample.AssertShape((await _broker.Api.GetAsync($"/api/{path}/%2F")).Json, Sample.Read(list), "definition");
            Sample.AssertShape((await _broker.Api.GetAsync($"/api/{path}/%2F/p")).Json, Sample.Read(one), "definition");
            Assert.That((await _broker.Api.DeleteAsync($"/api/{path}/%2F/p")).Status, Is.EqualTo(204));
            Assert.That((await _broker.Api.DeleteAsync($"/api/{path}/%2F/p")).Status, Is.EqualTo(404));
            Assert.That((await _broker.Api.GetAsync($"/api/{path}")).Text, Is.EqualTo("[]"));
        }
    }

    [TestCase("policies", "{}", "[{key_missing,pattern},{key_missing,definition}]")]
    [TestCase("policies", """{"pattern":"^a","definition":{}}""", "Validation failed\n\nno policy provided\n")]
    [TestCase("policies", """{"pattern":"^a","definition":"x"}""", """["not_an_object","definition"]""")]
    [TestCase("policies", """{"pattern":"(","definition":{"max-length":2}}""", "Validation failed\n\npattern should be regular expression but is invalid: {\"missing )\",1}\n")]
    [TestCase(
        "policies", """{"pattern":"^a","definition":{"max-length":1,"bogus":2},"priority":"x","apply-to":"foo"}""",
        "Validation failed\n\n[{&lt;&lt;\"bogus\"&gt;&gt;,2}] are not recognised policy settings\napply-to 'foo' unrecognised; should be 'queues', 'exchanges' or 'all'\npriority should be a number, actually was &lt;&lt;\"x\"&gt;&gt;\n")]
    [TestCase(
        "policies", """{"pattern":"^a","definition":{"max-length":1},"priority":null,"apply-to":null}""",
        "Validation failed\n\napply-to 'null' unrecognised; should be 'queues', 'exchanges' or 'all'\npriority should be a number, actually was null\n")]
    [TestCase("parameters/vhost-limits", """{"value":{"max-queues":"x"}}""", "Validation failed\n\nmax-queues should be a number, actually was &lt;&lt;\"x\"&gt;&gt;\n")]
    [TestCase("parameters/vhost-limits", "{}", "[{key_missing,value}]")]
    [TestCase("parameters/policy", """{"value":{}}""", "policies may not be set using this method")]
    [TestCase("parameters/bogus", """{"value":{}}""", "Validation failed\n\ncomponent bogus not found\n")]
    public async Task What_cannot_be_is_refused(string path, string body, string reason)
    {
        var answer = await _broker.Api.PutAsync($"/api/{path}/%2F/limits", body);

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((400, reason)));
    }

    [Test]
    public async Task Limits_and_operator_policies_are_parameters_too()
    {
        var statuses = new[]
        {
            (await _broker.Api.PutAsync("/api/parameters/vhost-limits/%2F/limits", """{"value":{"max-queues":500}}""")).Status,
            (await _broker.Api.PutAsync("/api/parameters/vhost-limits/%2F/limits", """{"value":{"max-connections":5}}""")).Status,
            (await _broker.Api.PutAsync(
                "/api/parameters/operator_policy/%2F/op", """{"value":{"pattern":"^a","definition":{"max-length":5},"priority":0,"apply-to":"queues"}}""")).Status,
            (await _broker.Api.PutAsync("/api/parameters/shovel/%2F/s", """{"value":{"src-uri":"amqp://","deep":[1,2.50,null]}}""")).Status,
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statuses, Is.EqualTo(new[] { 201, 204, 201, 201 }));
            Assert.That(_broker.VirtualHost.Limits.MaxQueues, Is.Null);
            Assert.That(_broker.VirtualHost.Limits.MaxConnections, Is.EqualTo(5));
            Assert.That((await _broker.Api.GetAsync("/api/parameters")).Text, Is.EqualTo(
                """[{"value":{"pattern":"^a","apply-to":"queues","definition":{"max-length":5},"priority":0},"vhost":"/","component":"operator_policy","name":"op"},"""
                + """{"value":{"src-uri":"amqp://","deep":[1,2.50,null]},"vhost":"/","component":"shovel","name":"s"},"""
                + """{"value":{"max-connections":5},"vhost":"/","component":"vhost-limits","name":"limits"}]"""));
            Sample.AssertShape((await _broker.Api.GetAsync("/api/parameters")).Json, Sample.Read("parameters"), "value.definition");
            Sample.AssertShape((await _broker.Api.GetAsync("/api/parameters/shovel")).Json, Sample.Read("parameters-shovel"), "value");
            Sample.AssertShape((await _broker.Api.GetAsync("/api/parameters/shovel/%2F/s")).Json, Sample.Read("parameter"), "value");
            Assert.That((await _broker.Api.GetAsync("/api/parameters/bogus")).Text, Is.EqualTo("[]"));
            Assert.That((await _broker.Api.GetAsync("/api/parameters/bogus/%2F/n")).Status, Is.EqualTo(404));
            Assert.That((await _broker.Api.GetAsync("/api/parameters/shovel/nope")).Status, Is.EqualTo(404));
            foreach (var path in new[] { "vhost-limits/%2F/limits", "operator_policy/%2F/op", "shovel/%2F/s" })
            {
                Assert.That((await _broker.Api.DeleteAsync($"/api/parameters/{path}")).Status, Is.EqualTo(204), path);
                Assert.That((await _broker.Api.DeleteAsync($"/api/parameters/{path}")).Status, Is.EqualTo(404), path);
            }
        }
    }

    [Test]
    public async Task Global_parameters_and_the_name_of_the_cluster_survive_a_restart()
    {
        using var directory = new TempDirectory();
        string before;
        await using (var broker = await ManagedBroker.StartAsync(directory.File("data")))
        {
            Assert.That((await broker.Api.PutAsync("/api/global-parameters/site", """{"value":{"region":"eu","tier":1}}""")).Status, Is.EqualTo(201));
            Assert.That((await broker.Api.PutAsync("/api/cluster-name/", """{"name":"demo-cluster"}""")).Status, Is.EqualTo(204));
            Assert.That((await broker.Api.PutAsync("/api/global-parameters/gone", """{"value":7}""")).Status, Is.EqualTo(201));
            Assert.That((await broker.Api.DeleteAsync("/api/global-parameters/gone")).Status, Is.EqualTo(204));
            Assert.That((await broker.Api.DeleteAsync("/api/global-parameters/gone")).Status, Is.EqualTo(404));
            before = (await broker.Api.GetAsync("/api/global-parameters")).Text;
        }

        await using var again = await ManagedBroker.StartAsync(directory.File("data"));
        var after = await again.Api.GetAsync("/api/global-parameters/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Text, Is.EqualTo(before));
            Assert.That(after.Json.AsArray().Select(parameter => (string?)parameter!["name"]), Is.EqualTo(new[] { "cluster_name", "internal_cluster_id", "site" }));
            Sample.AssertShape(after.Json, Sample.Read("global-parameters"));
            Sample.AssertShape((await again.Api.GetAsync("/api/global-parameters/site")).Json, Sample.Read("global-parameter"));
            Assert.That((await again.Api.GetAsync("/api/cluster-name")).Text, Is.EqualTo("""{"name":"demo-cluster"}"""));
        }
    }

    [TestCase("{}", "[{key_missing,name}]")]
    [TestCase("""{"name":5}""", """["not_string","name"]""")]
    public async Task A_cluster_needs_a_name(string body, string reason) =>
        Assert.That((await _broker.Api.PutAsync("/api/cluster-name", body)).Reason, Is.EqualTo(reason));

    [Test]
    public async Task The_aliveness_test_leaves_its_queue_behind()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _broker.Api.GetAsync("/api/aliveness-test/%2F")).Text, Is.EqualTo("""{"status":"ok"}"""));
            Assert.That((await _broker.Api.GetAsync("/api/aliveness-test/%2F/")).Text, Is.EqualTo("""{"status":"ok"}"""));
            Assert.That((await _broker.Api.GetAsync("/api/aliveness-test/nope")).Status, Is.EqualTo(404));
            Assert.That((int?)(await _broker.Api.GetAsync("/api/queues/%2F/aliveness-test")).Json["messages"], Is.Zero);
        }
    }
}
