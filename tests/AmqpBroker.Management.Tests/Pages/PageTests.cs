using System.IO.Compression;
using System.Text;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Pages;

[CancelAfter(60_000)]
public sealed class PageTests
{
    private const string Browser = "text/html,application/xhtml+xml,*/*;q=0.8";
    private const string Index = "<!doctype html><base href=\"/\"><title>Broker</title>";
    private const string Script = "console.log(1)";

    private TempDirectory _pages = null!; // made before each test
    private ManagedBroker _broker = null!; // made before each test
    private ApiClient _anyone = null!; // made before each test

    [SetUp]
    public async Task StartAsync()
    {
        _pages = new TempDirectory();
        Directory.CreateDirectory(Path.Combine(_pages.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_pages.FullName, "index.html"), Index);
        await File.WriteAllTextAsync(Path.Combine(_pages.FullName, "assets", "index-abc.js"), Script);
        await using (var gzip = new GZipStream(File.Create(Path.Combine(_pages.FullName, "assets", "index-abc.js.gz")), CompressionLevel.Optimal))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Script));
        }

        _broker = await ManagedBroker.StartAsync(configure: options => options.PagesDirectory = _pages.FullName);
        _anyone = new ApiClient(_broker.Uri);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _anyone.Dispose();
        await _broker.DisposeAsync();
        _pages.Dispose();
    }

    [Test]
    public async Task The_first_page_is_for_everyone_and_asked_for_anew_each_time()
    {
        var answer = await _anyone.GetAsync("/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.Text), Is.EqualTo((200, Index)));
            Assert.That(answer.Header("content-type"), Is.EqualTo("text/html; charset=utf-8"));
            Assert.That(answer.Header("cache-control"), Is.EqualTo("no-cache"));
            Assert.That(answer.Header("etag"), Is.Not.Null);
        }

        var again = await _anyone.SendAsync(HttpMethod.Get, "/", null, ("If-None-Match", answer.Header("etag")!)); // not null: seen above
        Assert.That(again.Status, Is.EqualTo(304));
    }

    [Test]
    public async Task Pages_run_no_script_but_their_own_and_stand_in_no_other_page()
    {
        var answer = await _anyone.GetAsync("/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Header("content-security-policy"), Does.Contain("default-src 'none'").And.Contain("script-src 'self';").And.Contain("frame-ancestors 'none'"));
            Assert.That(answer.Header("x-content-type-options"), Is.EqualTo("nosniff"));
            Assert.That(answer.Header("x-frame-options"), Is.EqualTo("DENY"));
            Assert.That(answer.Header("referrer-policy"), Is.EqualTo("no-referrer"));
        }
    }

    [TestCase("/queues")]
    [TestCase("/queues/%2F/orders.js")]
    [TestCase("/queues/%2F/..%2F..")]
    public async Task Links_lead_into_the_pages_whatever_is_in_them(string path)
    {
        var answer = await _anyone.SendAsync(HttpMethod.Get, path, null, ("Accept", Browser));

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, Index)));
    }

    [TestCase("/api/nothing")]
    [TestCase("/metrics/nothing")]
    [TestCase("/health/nothing")]
    [TestCase("/cli/rabbitmqadmin")]
    [TestCase("/assets/old-123.js")]
    public async Task What_is_no_page_is_not_found_by_a_browser_either(string path)
    {
        var answer = await _anyone.SendAsync(HttpMethod.Get, path, null, ("Accept", Browser));

        Assert.That((answer.Status, answer.Header("content-type")), Is.EqualTo((404, "application/json")));
    }

    [Test]
    public async Task Tools_that_ask_for_what_is_not_there_are_told_so() => Assert.That((await _anyone.GetAsync("/queues")).Status, Is.EqualTo(404));

    [Test]
    public async Task Files_whose_name_changes_with_their_content_are_kept_for_ever_and_come_compressed()
    {
        var plain = await _anyone.GetAsync("/assets/index-abc.js");
        var compressed = await _anyone.SendAsync(HttpMethod.Get, "/assets/index-abc.js", null, ("Accept-Encoding", "br;q=0, gzip"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((plain.Status, plain.Text), Is.EqualTo((200, Script)));
            Assert.That(plain.Header("content-type"), Is.EqualTo("text/javascript; charset=utf-8"));
            Assert.That(plain.Header("cache-control"), Is.EqualTo("public, max-age=31536000, immutable"));
            Assert.That(plain.Header("content-encoding"), Is.Null);
            Assert.That(compressed.Header("content-encoding"), Is.EqualTo("gzip"));
            Assert.That(compressed.Header("vary"), Is.EqualTo("accept-encoding"));
        }
    }

    [Test]
    public async Task The_head_of_a_page_comes_without_it()
    {
        var answer = await _anyone.SendAsync(HttpMethod.Head, "/");

        Assert.That((answer.Status, answer.Text, answer.Header("content-length")), Is.EqualTo((200, "", Index.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    [TestCase("/../secret.txt")]
    [TestCase("/..%2Fsecret.txt")]
    [TestCase("/assets/..%2F..%2Fsecret.txt")]
    public async Task Nothing_outside_the_directory_is_served(string path)
    {
        var secret = Path.Combine(Path.GetDirectoryName(_pages.FullName.TrimEnd('/'))!, "secret.txt"); // a directory for temporary files has a parent
        await File.WriteAllTextAsync(secret, "secret");
        try
        {
            Assert.That((await _anyone.GetAsync(path)).Text, Does.Not.Contain("secret"));
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Test]
    public async Task Behind_a_prefix_the_first_page_tells_where_the_others_are()
    {
        await using var broker = await ManagedBroker.StartAsync(configure: options => (options.PagesDirectory, options.PathPrefix) = (_pages.FullName, "/at/broker"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await broker.Api.GetAsync("/at/broker/")).Text, Is.EqualTo(Index.Replace("/\"", "/at/broker/\"", StringComparison.Ordinal)));
            Assert.That((await broker.Api.GetAsync("/at/broker/assets/index-abc.js")).Text, Is.EqualTo(Script));
            Assert.That((await broker.Api.GetAsync("/")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Without_pages_there_is_the_API_alone()
    {
        await using var broker = await ManagedBroker.StartAsync(configure: options => options.PagesDirectory = Path.Combine(_pages.FullName, "nowhere"));

        Assert.That((await broker.Api.GetAsync("/")).Status, Is.EqualTo(404));
    }
}
