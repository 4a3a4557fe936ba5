using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

/// <summary>Who may call what: each kind of user, with and without a permission in the virtual host.</summary>
[CancelAfter(60_000)]
public sealed class AccessMatrixTests
{
    private const string Refused = "401 Not administrator user";

    private static readonly string[] Users = ["none", "management", "policymaker", "monitoring", "administrator"];

    private static ManagedBroker? _broker;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Broker.CreateVirtualHostAsync("shop");
        foreach (var tag in Users)
        {
            foreach (var name in new[] { tag, $"{tag} in shop" })
            {
                await _broker.Broker.Users.PutAsync(new User(name, PasswordAlgorithms.Hash("secret"u8, PasswordHashing.Sha256), tag == "none" ? [] : [tag]));
            }

            await _broker.Broker.Permissions.SetAsync(new UserPermission($"{tag} in shop", "shop", "", "", ""));
        }
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(ForAdministrators))]
    public async Task Only_administrators_manage_access(string method, string path, string tag)
    {
        using var api = new ApiClient(_broker!.Uri, tag, "secret");

        var answer = await api.SendAsync(new HttpMethod(method), $"/api/{path}", method == "GET" ? null : "{\"users\":[]}");

        var isRefused = tag switch
        {
            "none" => "401 Not management user",
            "administrator" => "",
            _ => Refused,
        };
        Assert.That(answer.Status == 401 ? $"401 {answer.Reason}" : "", Is.EqualTo(isRefused));
    }

    [TestCase("none", ExpectedResult = "401")]
    [TestCase("none in shop", ExpectedResult = "401")]
    [TestCase("management", ExpectedResult = "")]
    [TestCase("management in shop", ExpectedResult = "shop")]
    [TestCase("policymaker in shop", ExpectedResult = "shop")]
    [TestCase("monitoring", ExpectedResult = "/ shop")]
    [TestCase("administrator", ExpectedResult = "/ shop")]
    public async Task<string> Virtual_hosts_are_shown_to_who_may_enter_them_or_see_all(string user)
    {
        using var api = new ApiClient(_broker!.Uri, user, "secret");

        var answer = await api.GetAsync("/api/vhosts");

        return answer.Status == 401 ? "401" : string.Join(' ', answer.Json.AsArray().Select(static host => (string?)host!["name"])); // no host is null
    }

    [TestCase("management", ExpectedResult = "User not authorised to access virtual host")]
    [TestCase("monitoring", ExpectedResult = "User not authorised to access virtual host")]
    [TestCase("management in shop", ExpectedResult = "")]
    [TestCase("administrator", ExpectedResult = "")]
    public async Task<string> Limits_of_a_virtual_host_are_shown_to_who_may_enter_it(string user)
    {
        using var api = new ApiClient(_broker!.Uri, user, "secret");

        var answer = await api.GetAsync("/api/vhost-limits/shop");

        return answer.Status == 200 ? "" : answer.Reason ?? "";
    }

    [TestCase("management", "management", ExpectedResult = 200)]
    [TestCase("management", "monitoring", ExpectedResult = 401)]
    [TestCase("administrator", "management", ExpectedResult = 200)]
    public async Task<int> A_user_sees_its_own_limits_and_an_administrator_all(string user, string of)
    {
        using var api = new ApiClient(_broker!.Uri, user, "secret");

        return (await api.GetAsync($"/api/user-limits/{of}")).Status;
    }

    private static IEnumerable<TestCaseData> ForAdministrators() =>
        from call in new[]
        {
            "GET users", "GET users/guest", "GET users/without-permissions", "PUT users/none", "DELETE users/nobody", "POST users/bulk-delete",
            "GET users/guest/permissions", "GET users/guest/topic-permissions",
            "GET permissions", "GET permissions/shop/guest", "PUT permissions/shop/guest", "DELETE permissions/shop/nobody",
            "GET topic-permissions", "GET topic-permissions/shop/guest", "PUT topic-permissions/shop/guest", "DELETE topic-permissions/shop/nobody", "DELETE topic-permissions/shop/nobody/x",
            "GET vhosts/shop", "PUT vhosts/shop", "DELETE vhosts/nope", "GET vhosts/shop/permissions", "GET vhosts/shop/topic-permissions", "POST vhosts/shop/start/x",
            "PUT vhost-limits/shop/max-queues", "DELETE vhost-limits/shop/max-queues", "PUT user-limits/guest/max-channels", "DELETE user-limits/guest/max-channels",
        }
        from tag in Users
        let parts = call.Split(' ')
        select new TestCaseData(parts[0], parts[1], tag);
}
