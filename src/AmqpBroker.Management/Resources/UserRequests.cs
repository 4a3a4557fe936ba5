using System.Collections.Immutable;
using System.Text.Json;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Reads what someone wants a user to be.</summary>
internal static class UserRequests
{
    /// <summary>Reads the body of a request.</summary>
    /// <param name="name">The user's name.</param>
    /// <param name="body">The body.</param>
    /// <param name="users">Hashes the password.</param>
    /// <exception cref="ApiException">400: it says nothing of tags, or what it says cannot be.</exception>
    public static User Read(string name, ApiBody body, UserDirectory users) => new(name, ReadPassword(body, users), ReadTags(body));

    /// <summary>Reads words separated by commas, or a list of them; none when there is no such member.</summary>
    /// <exception cref="ApiException">400: it is something else.</exception>
    public static ImmutableArray<string> Words(ApiBody body, string name) => body[name] switch
    {
        null => [],
        { ValueKind: JsonValueKind.String } text => [.. text.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], // a string has a value
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) =>
            [.. list.EnumerateArray().Select(static item => item.GetString()!)], // all are strings
        _ => throw ApiErrors.BadTerm("not_a_list_of_strings", name),
    };

    private static ImmutableArray<string> ReadTags(ApiBody body) => (body["tags"], body["administrator"]) switch
    {
        (not null, _) => Words(body, "tags"),
        (null, not null) => body.Flag("administrator") ? [UserTags.Administrator] : [],
        _ => throw ApiErrors.BadRequest("tags_not_present"),
    };

    private static PasswordHash ReadPassword(ApiBody body, UserDirectory users)
    {
        if (body.Text("password") is { } password)
        {
            return users.Hash(password);
        }

        var algorithm = body.Text("hashing_algorithm") ?? PasswordAlgorithms.Sha256;
        var encoded = body.Text("password_hash") ?? string.Empty;
        try
        {
            return new PasswordHash(algorithm, [.. Convert.FromBase64String(encoded)]);
        }
        catch (FormatException)
        {
            throw ApiErrors.BadTerm("not_base64", encoded);
        }
    }
}
