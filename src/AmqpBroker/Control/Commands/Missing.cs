namespace AmqpBroker.Control.Commands;

/// <summary>What is said of what is not there.</summary>
internal static class Missing
{
    public const string Function = "this broker has no such function";

    public static string Vhost(string name) => $"Virtual host '{name}' does not exist";

    public static string User(string name) => $"User \"{name}\" does not exist";

    public static CtlException NoUser(string name) => new(CtlExitCode.NoUser, User(name));
}
