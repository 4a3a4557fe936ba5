using System.Collections.Immutable;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Access;

/// <summary>Whoever calls: the user's name, tags and rights. The one place where endpoints ask what someone may do. Immutable.</summary>
internal sealed class Caller(string name, ImmutableArray<string> tags)
{
    private const string Administrator = "administrator";
    private const string Monitoring = "monitoring";
    private const string Policymaker = "policymaker";
    private const string Management = "management";

    /// <summary>The user's name.</summary>
    public string Name => name;

    /// <summary>The user's tags.</summary>
    public ImmutableArray<string> Tags => tags;

    public bool IsAdministrator => tags.Contains(Administrator);

    /// <summary>Whether it may see everything that goes on.</summary>
    public bool IsMonitor => IsAdministrator || tags.Contains(Monitoring);

    /// <summary>Whether it may set policies and parameters where it has access.</summary>
    public bool IsPolicymaker => IsAdministrator || tags.Contains(Policymaker);

    /// <summary>Whether it may use the API at all.</summary>
    public bool MayUseManagement => IsMonitor || IsPolicymaker || tags.Contains(Management);

    /// <summary>Whether the virtual host's lists are open to it.</summary>
    public bool MaySee(string virtualHost) => IsAdministrator || HasAccess(virtualHost);

    /// <summary>Sees to it that the caller's permissions cover a queue.</summary>
    /// <exception cref="ApiException">401: they do not.</exception>
    public void RequireQueue(Right right, VirtualHost virtualHost, string queue) => Require(right, virtualHost, queue);

    /// <summary>Sees to it that the caller's permissions cover an exchange; permissions call the default one <c>amq.default</c>.</summary>
    /// <exception cref="ApiException">401: they do not.</exception>
    public void RequireExchange(Right right, VirtualHost virtualHost, string exchange) =>
        Require(right, virtualHost, exchange.Length == 0 ? "amq.default" : exchange);

    private void Require(Right right, VirtualHost virtualHost, string resource)
    {
        if (!HasAccess(virtualHost.Name) || !Enum.IsDefined(right) || resource.Length == 0)
        {
            throw ApiErrors.AccessRefused();
        }
    }

    // The one user there is has all rights everywhere.
    private bool HasAccess(string virtualHost) => IsAdministrator && virtualHost.Length > 0;
}
