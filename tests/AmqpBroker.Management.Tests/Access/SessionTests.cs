using System.Net;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Access;

[CancelAfter(60_000)]
public sealed class SessionTests
{
    private static readonly TimeSpan IdleTime = new ManagementOptions().SessionTimeout;
    private static readonly (string, string) Script = ("X-Requested-With", "XMLHttpRequest");

    private ManagedBroker _broker = null!; // made before each test
    private HttpClient _browser = null!; // made before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        _browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _broker.Uri };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _browser.Dispose();
        await _broker.DisposeAsync();
    }

    [Test]
    public async Task A_browser_gets_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        var cookie = await LogInAsync("guest", "guest");

        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=strict").And.Contain("path=/").And.Not.Contain("expires"));
    }

    [Test]
    public async Task The_cookie_stands_for_the_user_in_requests_of_scripts_alone()
    {
        var cookie = ("Cookie", NameAndToken(await LogInAsync("guest", "guest")));

        var ofScript = await SendAsync(HttpMethod.Get, "/api/whoami", cookie, Script);
        var ofForm = await SendAsync(HttpMethod.Get, "/api/whoami", cookie);

        Assert.That((ofScript, ofForm), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task A_refused_login_gives_no_cookie_and_opens_no_window_of_the_browser()
    {
        using var answer = await PostLoginAsync("guest", "wrong");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(answer.Headers.WwwAuthenticate, Is.Empty);
        }
    }

    [Test]
    public async Task Whoever_logs_out_has_to_log_in_again()
    {
        var cookie = ("Cookie", NameAndToken(await LogInAsync("guest", "guest")));

        var loggedOut = await SendAsync(HttpMethod.Delete, "/api/login", cookie, Script);
        var after = await SendAsync(HttpMethod.Get, "/api/whoami", cookie, Script);

        Assert.That((loggedOut, after), Is.EqualTo((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task A_session_ends_when_the_password_changes_and_when_the_user_goes()
    {
        await _broker.Api.PutAsync("/api/users/ann", """{"password":"one","tags":"management"}""");
        var first = ("Cookie", NameAndToken(await LogInAsync("ann", "one")));
        await _broker.Api.PutAsync("/api/users/ann", """{"password":"two","tags":"management"}""");
        var afterChange = await SendAsync(HttpMethod.Get, "/api/whoami", first, Script);
        var second = ("Cookie", NameAndToken(await LogInAsync("ann", "two")));
        await _broker.Api.DeleteAsync("/api/users/ann");
        var afterEnd = await SendAsync(HttpMethod.Get, "/api/whoami", second, Script);

        Assert.That((afterChange, afterEnd), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public void A_session_ends_when_it_has_not_been_used_for_long()
    {
        var time = new FakeTimeProvider();
        var sessions = new Sessions(_broker.Broker.Users, time, IdleTime);
        var token = sessions.Begin(User("guest"));

        time.Advance(IdleTime);
        Assert.That(sessions.Find(token)?.Name, Is.EqualTo("guest"));
        time.Advance(IdleTime);
        Assert.That(sessions.Find(token)?.Name, Is.EqualTo("guest"));
        time.Advance(IdleTime + TimeSpan.FromTicks(1));
        Assert.That(sessions.Find(token), Is.Null);
    }

    [Test]
    public void Of_too_many_sessions_the_one_unused_for_longest_ends()
    {
        var time = new FakeTimeProvider();
        var sessions = new Sessions(_broker.Broker.Users, time, IdleTime);
        var oldest = sessions.Begin(User("guest"));
        time.Advance(TimeSpan.FromSeconds(1));
        string[] others = [.. Enumerable.Range(0, 1000).Select(_ => sessions.Begin(User("guest")))];

        Assert.That((sessions.Find(oldest), sessions.Find(others[^1])?.Name), Is.EqualTo(((User?)null, "guest")));
    }

    private User User(string name) => _broker.Broker.Users.Find(name) ?? throw new InvalidOperationException("there is such a user");

    private async Task<string> LogInAsync(string user, string password)
    {
        using var answer = await PostLoginAsync(user, password);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return answer.Headers.GetValues("Set-Cookie").Single();
    }

    private async Task<HttpResponseMessage> PostLoginAsync(string user, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/login");
        request.Content = new FormUrlEncodedContent([new("username", user), new("password", password)]);
        request.Headers.Add(Script.Item1, Script.Item2);
        return await _browser.SendAsync(request);
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await _browser.SendAsync(request);
        return answer.StatusCode;
    }

    private static string NameAndToken(string cookie) => cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];
}
