namespace AmqpBroker.Core.Permissions;

/// <summary>A permission, ready to be asked. Published.</summary>
internal sealed class Grants(UserPermission permission)
{
    private readonly GrantPattern _configure = GrantPattern.Of(permission.Configure);
    private readonly GrantPattern _write = GrantPattern.Of(permission.Write);
    private readonly GrantPattern _read = GrantPattern.Of(permission.Read);

    public UserPermission Permission { get; } = permission;

    public bool Allows(Right right, string name) => (right switch
    {
        Right.Configure => _configure,
        Right.Write => _write,
        _ => _read,
    }).Allows(name);
}
