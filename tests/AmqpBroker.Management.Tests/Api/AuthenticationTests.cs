using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Api;

public sealed class AuthenticationTests
{
    private const string Realm = "Basic realm=\"RabbitMQ Management\"";

    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task Whoever_logs_in_is_told_who_he_is()
    {
        var answer = await _broker.Api.GetAsync("/api/whoami");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That(answer.Text, Does.StartWith("""{"name":"guest","tags":["administrator"],"permissions":[{"user":"guest","vhost":"/","""));
            Assert.That(answer.Header("content-type"), Is.EqualTo("application/json"));
            Assert.That(answer.Header("cache-control"), Is.EqualTo("no-cache"));
            Assert.That(answer.Header("vary"), Is.EqualTo("accept, accept-encoding, origin"));
        }
    }

    [Test]
    public async Task Whoever_does_not_log_in_is_asked_to()
    {
        using var stranger = new ApiClient(_broker.Uri);

        var answer = await stranger.GetAsync("/api/whoami");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(401));
            Assert.That(answer.Text, Is.Empty);
            Assert.That(answer.Header("www-authenticate"), Is.EqualTo(Realm));
        }
    }

    [TestCase("guest", "wrong")]
    [TestCase("nobody", "guest")]
    [TestCase("", "")]
    public async Task A_wrong_login_is_refused_without_saying_why(string user, string password)
    {
        using var stranger = new ApiClient(_broker.Uri, user, password);

        var answer = await stranger.GetAsync("/api/whoami");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(401));
            Assert.That(answer.Text, Is.EqualTo("""{"error":"not_authorized","reason":"Login failed"}"""));
            Assert.That(answer.Header("www-authenticate"), Is.EqualTo(Realm));
        }
    }

    [TestCase("Basic !!!")]
    [TestCase("Basic Z3Vlc3Q=")]
    [TestCase("Bearer x")]
    [TestCase("x")]
    public async Task What_is_no_login_is_a_bad_request(string header)
    {
        using var stranger = new ApiClient(_broker.Uri);

        var answer = await stranger.SendAsync(HttpMethod.Get, "/api/whoami", null, ("Authorization", header));

        Assert.That((answer.Status, answer.Text), Is.EqualTo((400, string.Empty)));
    }
}
