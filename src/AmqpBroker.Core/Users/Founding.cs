using System.Text;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Users;

/// <summary>What a broker begins with: a virtual host, and a user who may do everything in it.</summary>
internal static class Founding
{
    /// <summary>The commands that make it; until the last is durable they are carried out anew.</summary>
    /// <param name="settings">What is wanted.</param>
    /// <param name="virtualHosts">The virtual hosts there are already.</param>
    public static IEnumerable<MetadataCommand> Of(AccessSettings settings, IEnumerable<string> virtualHosts)
    {
        var user = settings.DefaultUser;
        var password = settings.DefaultPassword.Length > 0
            ? PasswordAlgorithms.Hash(Encoding.UTF8.GetBytes(settings.DefaultPassword), settings.Hashing)
            : PasswordHash.Blank(settings.Hashing);
        string[] names = [.. virtualHosts.Append(settings.DefaultVirtualHost).Distinct(StringComparer.Ordinal)];
        var (configure, write, read) = settings.DefaultPermissions;
        return
        [
            .. names.Select(static name => new VirtualHostSet(name, new VirtualHostDefinition { Description = "Default virtual host" })),
            new UserSet(new User(user, password, settings.DefaultTags)),
            .. names.Select(name => new PermissionSet(new UserPermission(user, name, configure, write, read))),
            new BrokerFounded(),
        ];
    }
}
