namespace AmqpBroker.Management.Api;

/// <summary>Who may call an endpoint.</summary>
internal enum ApiAccess
{
    /// <summary>Everyone, without a login.</summary>
    Anyone,

    /// <summary>Users with any of the four tags; the endpoint shows each what is theirs.</summary>
    Management,

    /// <summary>The same, if they have access to the virtual host in the path.</summary>
    VirtualHost,

    /// <summary>Policymakers and administrators, with access to the virtual host in the path, if there is one.</summary>
    Policymaker,

    /// <summary>Monitoring users and administrators.</summary>
    Monitoring,

    /// <summary>Administrators.</summary>
    Administrator,
}
