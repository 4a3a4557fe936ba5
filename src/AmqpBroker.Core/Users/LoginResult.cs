namespace AmqpBroker.Core.Users;

/// <summary>What came of a login.</summary>
/// <param name="Outcome">How it was judged.</param>
/// <param name="User">The user; null unless it may come in.</param>
public readonly record struct LoginResult(LoginOutcome Outcome, User? User)
{
    /// <summary>Whether the user may come in.</summary>
    public bool IsAccepted => User is not null;
}
