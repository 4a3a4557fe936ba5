namespace AmqpBroker.Core.Users;

/// <summary>The tags that mean something; users may have others.</summary>
public static class UserTags
{
    /// <summary>May do everything in the management API.</summary>
    public const string Administrator = "administrator";

    /// <summary>May see everything there.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>May set policies and parameters there.</summary>
    public const string Policymaker = "policymaker";

    /// <summary>May use the management API.</summary>
    public const string Management = "management";

    /// <summary>May publish messages in other users' names.</summary>
    public const string Impersonator = "impersonator";
}
