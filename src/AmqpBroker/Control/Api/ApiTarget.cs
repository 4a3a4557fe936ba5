namespace AmqpBroker.Control.Api;

/// <summary>Which broker is asked, and as whom.</summary>
/// <param name="Url">The management API, without <c>/api</c>.</param>
/// <param name="User">The name to log in with.</param>
/// <param name="Password">Never shown.</param>
/// <param name="Authority">Path of a PEM file of certificate authorities to trust instead of the system's; null for those.</param>
/// <param name="Timeout">How long one request may take.</param>
internal sealed record ApiTarget(Uri Url, string User, string Password, string? Authority, TimeSpan Timeout)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User} at {Url}";
}
