namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>A kind of caller.</summary>
/// <param name="Name">The user's name; null for nobody.</param>
/// <param name="Tag">The tag, empty for none.</param>
/// <param name="IsInside">Whether the user has permissions in the virtual host shop.</param>
/// <param name="Lacks">The right that the permissions there do not give; null when they give all.</param>
internal sealed record ApiCaller(string? Name, string Tag, bool IsInside, string? Lacks = null)
{
    /// <summary>The user's password.</summary>
    public string Password { get; init; } = "secret";

    /// <summary>Logs in with a password that is not the user's.</summary>
    public bool HasWrongPassword { get; init; }

    public bool IsAdministrator => Tag == "administrator";

    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<ApiCaller> All { get; } =
    [
        new(null, string.Empty, IsInside: false),
        new("management", "management", IsInside: true) { HasWrongPassword = true },
        new("untagged", string.Empty, IsInside: true),
        .. new[] { "management", "policymaker", "monitoring", "administrator" }.SelectMany(static tag => new[]
        {
            new ApiCaller(tag, tag, IsInside: true), new ApiCaller($"{tag} outside", tag, IsInside: false),
        }),
        .. new[] { "configure", "write", "read" }.Select(static right => new ApiCaller($"no {right}", "management", IsInside: true, right)),
    ];

    public override string ToString() => Name is null ? "nobody" : HasWrongPassword ? "a wrong password" : $"'{Name}'";
}
