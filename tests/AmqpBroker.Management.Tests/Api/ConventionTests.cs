using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Api;

/// <summary>What holds for every path, seen on RabbitMQ 3.10.8.</summary>
public sealed class ConventionTests
{
    private const string NotFound = """{"error":"Object Not Found","reason":"Not Found"}""";

    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync(configure: options => options.CorsOrigins = "http://ui.example, http://other.example");

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [TestCase("/api/nope")]
    [TestCase("/api/whoami/x")]
    [TestCase("/api//whoami")]
    [TestCase("/api/WhoAmI")]
    [TestCase("/")]
    [TestCase("/api/%2Fwhoami")]
    public async Task An_unknown_path_is_not_found_whoever_asks(string path)
    {
        using var stranger = new ApiClient(_broker.Uri);

        var answer = await stranger.GetAsync(path);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((404, NotFound)));
    }

    [Test]
    public async Task A_slash_at_the_end_makes_no_difference() => Assert.That((await _broker.Api.GetAsync("/api/whoami/")).Status, Is.EqualTo(200));

    [Test]
    public async Task A_method_that_a_path_does_not_have_is_answered_with_those_it_has()
    {
        using var stranger = new ApiClient(_broker.Uri);

        var answer = await stranger.PostAsync("/api/whoami", "{}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.Text), Is.EqualTo((405, string.Empty)));
            Assert.That(answer.Header("allow"), Is.EqualTo("HEAD, GET, OPTIONS"));
        }
    }

    [Test]
    public async Task A_method_that_nobody_knows_is_not_implemented() =>
        Assert.That((await _broker.Api.SendAsync(new HttpMethod("BREW"), "/api/whoami")).Status, Is.EqualTo(501));

    [Test]
    public async Task Head_has_the_headers_of_get_and_no_body()
    {
        var got = await _broker.Api.GetAsync("/api/whoami");
        var answer = await _broker.Api.SendAsync(HttpMethod.Head, "/api/whoami");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.Text), Is.EqualTo((200, string.Empty)));
            Assert.That(answer.Header("content-length"), Is.EqualTo(got.Header("content-length")).And.Not.Null);
        }
    }

    [TestCase("text/html", 406)]
    [TestCase("application/bert", 200)]
    [TestCase("application/json", 200)]
    [TestCase("*/*", 200)]
    [TestCase("text/html, application/*;q=0.5", 200)]
    [TestCase("nonsense", 200)]
    public async Task What_a_client_does_not_accept_it_does_not_get(string accept, int status)
    {
        var answer = await _broker.Api.SendAsync(HttpMethod.Get, "/api/whoami", null, ("Accept", accept));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Options_needs_no_login()
    {
        using var stranger = new ApiClient(_broker.Uri);

        var answer = await stranger.SendAsync(HttpMethod.Options, "/api/whoami");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That(answer.Header("allow"), Is.EqualTo("HEAD, GET, OPTIONS"));
            Assert.That(answer.Header("access-control-allow-origin"), Is.Null);
        }
    }

    [Test]
    public async Task A_page_of_an_origin_in_the_settings_may_call()
    {
        var answer = await _broker.Api.SendAsync(HttpMethod.Options, "/api/whoami", null, ("Origin", "http://other.example"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Header("access-control-allow-origin"), Is.EqualTo("http://other.example"));
            Assert.That(answer.Header("access-control-allow-credentials"), Is.EqualTo("true"));
            Assert.That(answer.Header("access-control-allow-methods"), Is.EqualTo("HEAD, GET, OPTIONS"));
            Assert.That(answer.Header("access-control-max-age"), Is.EqualTo("1800"));
        }
    }

    [TestCase("http://evil.example")]
    [TestCase("null")]
    [TestCase("*")]
    public async Task A_page_of_another_origin_may_not(string origin)
    {
        var answer = await _broker.Api.SendAsync(HttpMethod.Get, "/api/whoami", null, ("Origin", origin));

        Assert.That(answer.Header("access-control-allow-origin"), Is.Null);
    }

    [Test]
    public async Task Columns_pick_members()
    {
        var answer = await _broker.Api.GetAsync("/api/whoami?columns=name,no.such");

        Assert.That(answer.Text, Is.EqualTo("""{"name":"guest"}"""));
    }

    [Test]
    public async Task An_object_of_which_no_column_is_wanted_is_an_empty_list() =>
        Assert.That((await _broker.Api.GetAsync("/api/whoami?columns=x")).Text, Is.EqualTo("[]"));
}
