using System.Collections.Immutable;

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

    // The one user there is has all rights everywhere.
    private static bool HasAccess(string virtualHost) => virtualHost.Length > 0;
}
