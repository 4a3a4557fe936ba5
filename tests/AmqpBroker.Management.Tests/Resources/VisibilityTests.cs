using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

/// <summary>What is shown to whom: each kind of user, with and without a permission in the virtual host.</summary>
[CancelAfter(60_000)]
public sealed class VisibilityTests
{
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

    [TestCase("management", "management", ExpectedResult = 200)]
    [TestCase("management", "monitoring", ExpectedResult = 401)]
    [TestCase("administrator", "management", ExpectedResult = 200)]
    public async Task<int> A_user_sees_its_own_limits_and_an_administrator_all(string user, string of)
    {
        using var api = new ApiClient(_broker!.Uri, user, "secret");

        return (await api.GetAsync($"/api/user-limits/{of}")).Status;
    }
}
