using AmqpBroker.ConformanceTests.Features;
using AmqpBroker.ConformanceTests.Target;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Managed;

/// <summary>For rules that need users, policies or limits, which the HTTP API makes; ignored when the run does not say where it is.</summary>
public abstract class ManagedRules : FeatureRules
{
    private ManagementApi? _api;

    internal ManagementApi Api => _api!;

    protected static string Vhost => Broker.Uri.VirtualHost;

    [SetUp]
    public void FindApi()
    {
        if (Broker.Management is not { } uri)
        {
            throw new IgnoreException("No management API was named.");
        }

        _api = new ManagementApi(uri);
    }

    [TearDown]
    public async Task LeaveApiAsync()
    {
        if (_api is null)
        {
            return;
        }

        await _api.DeleteAsync($"policies/{Vhost}/{Name}");
        await _api.DeleteAsync($"policies/{Vhost}/{Name}.other");
        await _api.DeleteAsync($"operator-policies/{Vhost}/{Name}");
        await _api.DeleteAsync($"users/{Name}");
        _api.Dispose();
    }

    /// <summary>A user of the test's name, whose password is the name too.</summary>
    protected Task AddUserAsync(string tags = "") => Api.PutAsync($"users/{Name}", new { password = Name, tags });

    protected Task PermitAsync(string configure, string write, string read) =>
        Api.PutAsync($"permissions/{Vhost}/{Name}", new { configure, write, read });
}
