using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Access;

/// <summary>Holds a caller against the level of an endpoint.</summary>
internal static class AccessRules
{
    /// <exception cref="ApiException">401: it may not.</exception>
    /// <param name="caller">Who calls.</param>
    /// <param name="access">Who may.</param>
    /// <param name="virtualHost">The virtual host in the path; null when there is none of that name, or none in the path.</param>
    public static void Require(Caller caller, ApiAccess access, string? virtualHost)
    {
        if (!caller.MayUseManagement)
        {
            throw ApiErrors.Refused("Not management user");
        }

        switch (access)
        {
            case ApiAccess.Administrator when !caller.IsAdministrator:
                throw ApiErrors.Refused("Not administrator user");
            case ApiAccess.Monitoring when !caller.IsMonitor:
                throw ApiErrors.Refused("Not monitor user");
            case ApiAccess.Policymaker when !caller.IsPolicymaker || !MaySee(caller, virtualHost):
                throw ApiErrors.NotForThisUser();
            case ApiAccess.VirtualHost when !MaySee(caller, virtualHost):
                throw ApiErrors.VirtualHostRefused();
        }
    }

    private static bool MaySee(Caller caller, string? virtualHost) => virtualHost is null || caller.MaySee(virtualHost);
}
