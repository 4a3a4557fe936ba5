namespace AmqpBroker.Core.Users;

/// <summary>How a login was judged. The client is told only whether it may; the log says why not.</summary>
public enum LoginOutcome
{
    /// <summary>The user may come in.</summary>
    Accepted,

    /// <summary>No such user, or not that password.</summary>
    WrongCredentials,

    /// <summary>Right, but this user may connect from this machine only.</summary>
    OnlyFromLoopback,

    /// <summary>Not looked at: too many attempts have failed from there, and too many others wait.</summary>
    TooManyFailures,
}
