using System.Collections.Immutable;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Access;

/// <summary>Whoever calls: the user's name, tags and rights. The one place where endpoints ask what someone may do. Immutable.</summary>
internal sealed class Caller(User user, PermissionDirectory permissions)
{
    /// <summary>The user's name.</summary>
    public string Name => user.Name;

    /// <summary>The user's tags.</summary>
    public ImmutableArray<string> Tags => user.Tags;

    public bool IsAdministrator => user.Has(UserTags.Administrator);

    /// <summary>Whether it may see everything that goes on.</summary>
    public bool IsMonitor => IsAdministrator || user.Has(UserTags.Monitoring);

    /// <summary>Whether it may set policies and parameters where it has access.</summary>
    public bool IsPolicymaker => IsAdministrator || user.Has(UserTags.Policymaker);

    /// <summary>Whether it may use the API at all.</summary>
    public bool MayUseManagement => IsMonitor || IsPolicymaker || user.Has(UserTags.Management);

    /// <summary>Whether the virtual host's lists are open to it.</summary>
    public bool MaySee(string virtualHost) => IsAdministrator || RightsIn(virtualHost).MayEnter;

    /// <summary>What it may do with queues and exchanges of a virtual host; an administrator needs permissions for that, too.</summary>
    public AccessRights RightsIn(string virtualHost) => permissions.RightsOf(user.Name, virtualHost);

    /// <summary>Its rights in a virtual host, for what RabbitMQ carries out on a channel there: what they lack is said as a channel says it.</summary>
    /// <exception cref="ApiException">401: it may not enter.</exception>
    public AccessRights RequireEntry(VirtualHost virtualHost)
    {
        var rights = RightsIn(virtualHost.Name);
        return rights.MayEnter ? rights : throw ApiErrors.AccessRefused();
    }

    /// <summary>Sees to it that the caller's permissions cover a queue.</summary>
    /// <exception cref="ApiException">401: they do not.</exception>
    public void RequireQueue(Right right, VirtualHost virtualHost, string queue)
    {
        if (!RightsIn(virtualHost.Name).MayUseQueue(right, queue))
        {
            throw ApiErrors.AccessRefused();
        }
    }

    /// <summary>Sees to it that the caller's permissions cover an exchange.</summary>
    /// <exception cref="ApiException">401: they do not.</exception>
    public void RequireExchange(Right right, VirtualHost virtualHost, string exchange)
    {
        if (!RightsIn(virtualHost.Name).MayUseExchange(right, exchange))
        {
            throw ApiErrors.AccessRefused();
        }
    }

    /// <summary>Sees to it that the caller may use a routing key with a topic exchange.</summary>
    /// <exception cref="ApiException">401: it may not.</exception>
    public void RequireTopic(Right right, VirtualHost virtualHost, string exchange, string routingKey)
    {
        if (virtualHost.Listing.FindExchange(exchange)?.Declaration.Type.Name == "topic"
            && !RightsIn(virtualHost.Name).MayUseTopic(right, exchange, routingKey))
        {
            throw ApiErrors.AccessRefused();
        }
    }
}
