using AmqpBroker.Core.Users;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

/// <summary>Users, permissions, virtual hosts and limits, answered as RabbitMQ 3.10.8 was seen to answer.</summary>
[CancelAfter(60_000)]
public sealed class AccessEndpointTests
{
    private const string All = """{"configure":".*","write":".*","read":".*"}""";
    private const string Topic = """{"exchange":"amq.topic","write":"^a","read":".*"}""";

    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Api.PutAsync("/api/vhosts/shop", """{"description":"Shop events","tags":"production,eu"}""");
        await _broker.Api.PutAsync("/api/users/alice", """{"password":"secret","tags":"management"}""");
        await _broker.Api.PutAsync("/api/permissions/shop/alice", All);
        await _broker.Api.PutAsync("/api/topic-permissions/shop/alice", Topic);
        await _broker.Api.PutAsync("/api/user-limits/alice/max-channels", """{"value":100}""");
        await _broker.Api.PutAsync("/api/user-limits/alice/max-connections", """{"value":50}""");
        await _broker.Api.PutAsync("/api/vhost-limits/shop/max-queues", """{"value":500}""");
        await _broker.Api.PutAsync("/api/vhost-limits/shop/max-connections", """{"value":200}""");
    }

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [TestCase("users/alice", "user")]
    [TestCase("users", "users", "limits")]
    [TestCase("permissions", "permissions")]
    [TestCase("permissions/shop/alice", "permission")]
    [TestCase("users/alice/permissions", "user-permissions")]
    [TestCase("users/alice/topic-permissions", "user-topic-permissions")]
    [TestCase("vhosts/shop/permissions", "vhost-permissions")]
    [TestCase("vhosts/shop/topic-permissions", "vhost-topic-permissions")]
    [TestCase("topic-permissions", "topic-permissions")]
    [TestCase("topic-permissions/shop/alice", "topic-permissions-user")]
    [TestCase("user-limits", "user-limits")]
    [TestCase("user-limits/alice", "user-limits-user")]
    [TestCase("vhost-limits", "vhost-limits")]
    [TestCase("vhost-limits/shop", "vhost-limits")]
    [TestCase("whoami", "whoami", "permissions", "topic_permissions")]
    [TestCase("auth", "auth")]
    public async Task An_answer_has_the_shape_that_was_recorded(string path, string sample, params string[] except)
    {
        var answer = await _broker.Api.GetAsync($"/api/{path}");

        Assert.That(answer.Status, Is.EqualTo(200));
        Sample.AssertShape(answer.Json, Sample.Read(sample), except);
    }

    [Test]
    public async Task A_virtual_host_shows_what_is_said_of_it()
    {
        var shown = (await _broker.Api.GetAsync("/api/vhosts/shop?columns=name,description,tags,default_queue_type,metadata,tracing,messages")).Text;

        Assert.That(shown, Is.EqualTo(
            """{"name":"shop","description":"Shop events","tags":["production","eu"],"default_queue_type":"undefined","metadata":{"description":"Shop events","tags":["production","eu"]},"tracing":false,"messages":0}"""));
    }

    [TestCase("""{"tags":"a, b,,c"}""", """["a","b","c"]""")]
    [TestCase("""{"tags":["x","y"]}""", """["x","y"]""")]
    [TestCase("""{"tags":""}""", "[]")]
    [TestCase("""{"administrator":true}""", """["administrator"]""")]
    public async Task Tags_come_as_words_or_as_a_list(string body, string tags)
    {
        var made = (await _broker.Api.PutAsync("/api/users/u", body)).Status;
        var changed = (await _broker.Api.PutAsync("/api/users/u", body)).Status;
        var shown = await _broker.Api.GetAsync("/api/users/u");

        Assert.That(
            (made, changed, shown.Json["tags"]!.ToJsonString(), (string?)shown.Json["password_hash"]), // RabbitMQ always writes them
            Is.EqualTo((201, 204, tags, "")));
    }

    [Test]
    public async Task A_hash_is_kept_as_it_comes_and_lets_its_password_in()
    {
        await _broker.Api.PutAsync("/api/users/u", """{"tags":"management","password_hash":"kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR"}""");
        using var api = new ApiClient(_broker.Uri, "u", "test12");

        var shown = await _broker.Api.GetAsync("/api/users/u?columns=password_hash,hashing_algorithm");
        var whoami = await api.GetAsync("/api/whoami");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.Text, Is.EqualTo("""{"password_hash":"kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR","hashing_algorithm":"rabbit_password_hashing_sha256"}"""));
            Assert.That(whoami.Text, Is.EqualTo("""{"name":"u","tags":["management"],"permissions":[],"topic_permissions":[]}"""));
        }
    }

    [Test]
    public async Task Who_asks_is_told_its_own_permissions_and_no_others()
    {
        await _broker.Api.PutAsync("/api/permissions/%2F/alice", """{"configure":"^mine\\.","write":"","read":"^$"}""");
        using var api = new ApiClient(_broker.Uri, "alice", "secret");

        var whoami = await api.GetAsync("/api/whoami");

        Assert.That(whoami.Text, Is.EqualTo(
            """
            {"name":"alice","tags":["management"],"permissions":[{"user":"alice","vhost":"/","configure":"^mine\\.","write":"","read":"^$"},{"user":"alice","vhost":"shop","configure":".*","write":".*","read":".*"}],"topic_permissions":[{"user":"alice","vhost":"shop","exchange":"amq.topic","write":"^a","read":".*"}]}
            """));
    }

    [Test]
    public async Task A_permission_that_changes_is_told_at_once()
    {
        using var api = new ApiClient(_broker.Uri, "alice", "secret");
        var before = await ToldAsync();
        await _broker.Api.PutAsync("/api/permissions/shop/alice", """{"configure":"","write":"^a","read":""}""");
        var changed = await ToldAsync();
        await _broker.Api.DeleteAsync("/api/permissions/shop/alice");
        await _broker.Api.DeleteAsync("/api/topic-permissions/shop/alice");
        var cleared = await ToldAsync();

        Assert.That((before, changed, cleared), Is.EqualTo((
            """{"permissions":[{"write":".*"}],"topic_permissions":[{"write":"^a"}]}""",
            """{"permissions":[{"write":"^a"}],"topic_permissions":[{"write":"^a"}]}""",
            """{"permissions":[],"topic_permissions":[]}""")));

        async Task<string> ToldAsync() => (await api.GetAsync("/api/whoami?columns=permissions.write,topic_permissions.write")).Text;
    }

    [Test]
    public async Task A_new_password_is_hashed_slowly()
    {
        var shown = await _broker.Api.GetAsync("/api/users/alice");

        Assert.That((string?)shown.Json["hashing_algorithm"], Is.EqualTo("pbkdf2_sha256"));
        Assert.That(Convert.FromBase64String((string?)shown.Json["password_hash"] ?? ""), Has.Length.EqualTo(52));
    }

    [TestCase("PUT", "users/u", "{}", 400, "tags_not_present")]
    [TestCase("PUT", "users/u", """{"tags":"","password_hash":"%%%"}""", 400, """["not_base64","%%%"]""")]
    [TestCase("PUT", "users/u", """{"tags":5}""", 400, """["not_a_list_of_strings","tags"]""")]
    [TestCase("GET", "users/nobody", "", 404, "Not Found")]
    [TestCase("DELETE", "users/nobody", "", 404, "Not Found")]
    [TestCase("GET", "users/nobody/permissions", "", 404, "Not Found")]
    [TestCase("GET", "users/nobody/topic-permissions", "", 404, "Not Found")]
    [TestCase("POST", "users/bulk-delete", "{}", 400, "[{key_missing,users}]")]
    [TestCase("POST", "users/bulk-delete", """{"users":"alice"}""", 400, """["not_a_list_of_strings","users"]""")]
    [TestCase("POST", "users/bulk-delete", """{"users":["zz"]}""", 400, """["no_such_user","zz"]""")]
    [TestCase("PUT", "permissions/shop/ghost", All, 400, "vhost_or_user_not_found")]
    [TestCase("PUT", "permissions/nope/alice", All, 400, "vhost_or_user_not_found")]
    [TestCase("PUT", "permissions/shop/alice", """{"configure":""}""", 400, "[{key_missing,write},{key_missing,read}]")]
    [TestCase("PUT", "permissions/shop/alice", """{"configure":"(","write":"","read":""}""", 400, """["invalid_regexp","(",[[109,105,115,115,105,110,103,32,41],1]]""")]
    [TestCase("PUT", "permissions/shop/alice", """{"configure":5,"write":"","read":""}""", 400, """["not_a_string","configure"]""")]
    [TestCase("GET", "permissions/shop/ghost", "", 404, "Not Found")]
    [TestCase("GET", "permissions/nope/alice", "", 404, "Not Found")]
    [TestCase("DELETE", "permissions/shop/ghost", "", 404, "Not Found")]
    [TestCase("PUT", "topic-permissions/shop/ghost", Topic, 400, "vhost_or_user_not_found")]
    [TestCase("PUT", "topic-permissions/shop/alice", "{}", 400, "[{key_missing,exchange},{key_missing,write},{key_missing,read}]")]
    [TestCase("GET", "topic-permissions/shop/guest", "", 404, "Not Found")]
    [TestCase("DELETE", "topic-permissions/shop/guest", "", 404, "Not Found")]
    [TestCase("GET", "vhosts/nope", "", 404, "Not Found")]
    [TestCase("DELETE", "vhosts/nope", "", 404, "Not Found")]
    [TestCase("GET", "vhosts/nope/permissions", "", 404, "Not Found")]
    [TestCase("PUT", "vhosts/v", """{"tracing":"yes"}""", 400, """["not_boolean","yes"]""")]
    [TestCase("PUT", "vhosts/v", """{"default_queue_type":"bogus"}""", 400, """["unknown_queue_type","bogus"]""")]
    [TestCase("POST", "vhosts/shop/start/zz", "", 400, "Request to node zz failed with nodedown")]
    [TestCase("GET", "vhost-limits/nope", "", 404, "Not Found")]
    [TestCase("PUT", "vhost-limits/nope/max-queues", """{"value":5}""", 404, "vhost_not_found")]
    [TestCase("PUT", "vhost-limits/shop/max-queues", "{}", 400, "[{key_missing,value}]")]
    [TestCase("PUT", "vhost-limits/shop/max-queues", """{"value":"5"}""", 400, "Validation failed\n\nmax-queues should be a number, actually was <<\"5\">>\n")]
    [TestCase("PUT", "vhost-limits/shop/bogus", """{"value":1}""", 400, "Validation failed\n\nUnrecognised terms [{<<\"bogus\">>,1}] in limits\n")]
    [TestCase("GET", "user-limits/nobody", "", 404, "Not Found")]
    [TestCase("PUT", "user-limits/nobody/max-channels", """{"value":5}""", 400, """["no_such_user","nobody"]""")]
    [TestCase("PUT", "user-limits/alice/max-channels", """{"value":"5"}""", 400, "max-channels should be a number, actually was <<\"5\">>")]
    [TestCase("PUT", "user-limits/alice/bogus", """{"value":5}""", 400, "Unrecognised terms [{<<\"bogus\">>,5}] in user-limits")]
    public async Task What_cannot_be_is_refused(string method, string path, string body, int status, string reason)
    {
        var answer = await _broker.Api.SendAsync(new HttpMethod(method), $"/api/{path}", body);

        var shown = answer.Json["reason"]!; // an error has one
        Assert.That((answer.Status, shown is System.Text.Json.Nodes.JsonArray ? shown.ToJsonString() : (string?)shown), Is.EqualTo((status, reason)));
    }

    [Test]
    public async Task What_was_made_is_deleted_once()
    {
        foreach (var path in new[] { "topic-permissions/shop/alice", "permissions/shop/alice", "users/alice", "vhosts/shop" })
        {
            var first = (await _broker.Api.DeleteAsync($"/api/{path}")).Status;
            var second = (await _broker.Api.DeleteAsync($"/api/{path}")).Status;

            Assert.That((first, second), Is.EqualTo((204, 404)), path);
        }
    }

    [Test]
    public async Task Users_are_deleted_together_up_to_the_first_that_is_none()
    {
        await _broker.Api.PutAsync("/api/users/bob", """{"tags":""}""");

        var answer = await _broker.Api.PostAsync("/api/users/bulk-delete", """{"users":["alice","zz","bob"]}""");

        Assert.That((answer.Status, _broker.Broker.Users.Find("alice"), _broker.Broker.Users.Find("bob")?.Name), Is.EqualTo((400, (User?)null, "bob")));
    }

    [Test]
    public async Task Users_without_permissions_are_those_who_have_none_anywhere()
    {
        await _broker.Api.PutAsync("/api/users/bob", """{"tags":""}""");

        var answer = await _broker.Api.GetAsync("/api/users/without-permissions");

        Assert.That(answer.Json.AsArray().Select(static user => (string?)user!["name"]), Is.EqualTo(new[] { "bob" })); // no user is null
        Sample.AssertShape(answer.Json, Sample.Read("users-without-permissions"));
    }

    [Test]
    public async Task Who_makes_a_virtual_host_may_use_it_and_changing_it_keeps_its_tracing()
    {
        var made = (await _broker.Api.PutAsync("/api/vhosts/new", """{"tracing":"true","tags":["a"],"defaultqueuetype":"quorum"}""")).Status;
        var changed = (await _broker.Api.PutAsync("/api/vhosts/new", """{"description":"x"}""")).Status;

        var shown = await _broker.Api.GetAsync("/api/vhosts/new?columns=description,tags,tracing,default_queue_type");
        var permission = await _broker.Api.GetAsync("/api/permissions/new/guest");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((made, changed), Is.EqualTo((201, 204)));
            Assert.That(shown.Text, Is.EqualTo("""{"description":"x","tags":[],"default_queue_type":"undefined","tracing":true}"""));
            Assert.That(permission.Text, Is.EqualTo("""{"user":"guest","vhost":"new","configure":".*","write":".*","read":".*"}"""));
        }
    }

    [Test]
    public async Task A_limit_that_is_cleared_is_shown_no_more()
    {
        await _broker.Api.DeleteAsync("/api/vhost-limits/shop/max-queues");
        var status = (await _broker.Api.DeleteAsync("/api/vhost-limits/shop/max-connections")).Status;
        await _broker.Api.DeleteAsync("/api/user-limits/alice/max-channels");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(204));
            Assert.That((await _broker.Api.GetAsync("/api/vhost-limits/shop")).Text, Is.EqualTo("[]"));
            Assert.That((await _broker.Api.GetAsync("/api/user-limits/alice")).Text, Is.EqualTo("""[{"user":"alice","value":{"max-connections":50}}]"""));
        }
    }

    [TestCase("guest", "guest", 200, "\"ok\"")]
    [TestCase("guest", "wrong", 401, """{"error":"not_authorized","reason":"Login failed"}""")]
    [TestCase("plain", "secret", 401, """{"error":"not_authorised","reason":"Not management user"}""")]
    public async Task A_form_is_judged_as_a_login(string user, string password, int status, string text)
    {
        await _broker.Api.PutAsync("/api/users/plain", """{"password":"secret","tags":""}""");
        using var http = new HttpClient { BaseAddress = _broker.Uri };
        using var form = new FormUrlEncodedContent([new("username", user), new("password", password)]);

        using var response = await http.PostAsync("/api/login", form);

        Assert.That(((int)response.StatusCode, await response.Content.ReadAsStringAsync()), Is.EqualTo((status, text)));
        Assert.That(response.Headers.Contains("set-cookie"), Is.False);
    }

    [Test]
    public async Task A_login_without_a_form_fails() => Assert.That((await _broker.Api.PostAsync("/api/login", "{}")).Status, Is.EqualTo(401));
}
