using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>Users: who there is, their passwords and tags.</summary>
internal static class UserCommands
{
    private const string HashField = "password_hash";
    private const string AlgorithmField = "hashing_algorithm";
    private const int SaltLength = 4;

    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return List(factory);
        yield return Add(factory);
        yield return Delete(factory);
        yield return ChangePassword(factory);
        yield return ClearPassword(factory);
        yield return Authenticate(factory);
        yield return SetTags(factory);
        yield return HashPassword(factory);
    }

    private static Command List(CtlCommandFactory factory)
    {
        var list = new ListCommand(["user", "tags"], Column.At("user", "name"), Column.At("tags", "tags"), Column.At("limits", "limits"));
        return list.Everywhere(factory, "list_users", "Users and their tags", "Listing users ...", ApiPath.Of("users"), list.Columns);
    }

    private static Command Add(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        var password = CtlArguments.Password();
        var hashed = new Option<bool>("--pre-hashed-password") { Description = "The password is a hash as hash_password makes it" };
        return factory.Create(
            "add_user",
            "Make a user; it has no permissions yet",
            async (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(name);
                session.Output.Banner($"Adding user \"{user}\" ...");
                if (await session.Api.FindAsync(ApiPath.Of("users", user), cancellationToken) is not null)
                {
                    throw new CtlException(CtlExitCode.Software, $"User \"{user}\" already exists");
                }

                var secret = line.GetValue(password) ?? Prompt.Read($"Password of the new user {user}: ");
                var body = new JsonObject { [line.GetValue(hashed) ? HashField : "password"] = secret, ["tags"] = string.Empty };
                await session.Api.PutAsync(ApiPath.Of("users", user), body, cancellationToken);
                session.Output.Result("Done. Don't forget to grant the user permissions to some virtual hosts! See 'amqpbroker ctl set_permissions --help' to learn more.");
            },
            name,
            password,
            hashed);
    }

    private static Command Delete(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        return factory.Create(
            "delete_user",
            "Delete a user",
            (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(name);
                session.Output.Banner($"Deleting user \"{user}\" ...");
                return session.Api.DeleteAsync(ApiPath.Of("users", user), Missing.NoUser(user), cancellationToken);
            },
            name);
    }

    private static Command ChangePassword(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        var password = CtlArguments.Password();
        return factory.Create(
            "change_password",
            "Give a user another password",
            async (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(name);
                session.Output.Banner($"Changing password for user \"{user}\" ...");
                await ChangeAsync(session, user, () => new("password", line.GetValue(password) ?? Prompt.Read($"New password of {user}: ")), cancellationToken);
            },
            name,
            password);
    }

    private static Command ClearPassword(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        return factory.Create(
            "clear_password",
            "Let a user log in with no password at all any more",
            async (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(name);
                session.Output.Banner($"Clearing password for user \"{user}\" ...");
                await ChangeAsync(session, user, () => new(HashField, string.Empty), cancellationToken);
            },
            name);
    }

    private static async Task ChangeAsync(CtlSession session, string user, Func<KeyValuePair<string, JsonNode?>> credentials, CancellationToken cancellationToken)
    {
        var known = await session.RequireUserAsync(user, cancellationToken);
        JsonObject body = new([credentials(), new("tags", JsonSerializer.SerializeToNode(known.GetProperty("tags")))]);
        await session.Api.PutAsync(ApiPath.Of("users", user), body, cancellationToken);
    }

    private static Command Authenticate(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        var password = CtlArguments.Password();
        return factory.Create(
            "authenticate_user",
            "Try whether a user may log in with a password",
            async (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(name);
                session.Output.Banner($"Authenticating user \"{user}\" ...");
                using var asUser = session.Api.As(user, line.GetValue(password) ?? Prompt.Read($"Password of {user}: "));
                var answer = await asUser.SendAsync(HttpMethod.Get, "/whoami", null, cancellationToken);

                // Whoever has no tag is known all the same, and only then hears that it is no management user.
                if (!answer.IsSuccess && !answer.Reason.Contains("management user", StringComparison.OrdinalIgnoreCase))
                {
                    throw new CtlException(CtlExitCode.DataError, $"failed to authenticate user \"{user}\": {answer.Reason}");
                }

                session.Output.Result("Success");
            },
            name,
            password);
    }

    private static Command SetTags(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        var tags = new Argument<string[]>("tag") { Description = "administrator, monitoring, policymaker, management or others; none takes all away", Arity = ArgumentArity.ZeroOrMore, HelpName = "TAG" };
        tags.CompletionSources.Add("administrator", "monitoring", "policymaker", "management");
        return factory.Create(
            "set_user_tags",
            "Say what a user may do in the management API",
            async (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(name);
                var given = line.GetValue(tags) ?? [];
                session.Output.Banner($"Setting tags for user \"{user}\" to [{string.Join(", ", given)}] ...");
                var known = await session.RequireUserAsync(user, cancellationToken);
                var body = new JsonObject
                {
                    [HashField] = known.GetProperty(HashField).GetString(),
                    [AlgorithmField] = known.GetProperty(AlgorithmField).GetString(),
                    ["tags"] = string.Join(',', given),
                };
                await session.Api.PutAsync(ApiPath.Of("users", user), body, cancellationToken);
            },
            name,
            tags);
    }

    private static Command HashPassword(CtlCommandFactory factory)
    {
        var password = CtlArguments.Password();
        return factory.Create(
            "hash_password",
            "Print the hash of a password, for a definitions file or add_user --pre-hashed-password",
            (session, line, _) =>
            {
                var text = line.GetValue(password) ?? Prompt.Read("Password: ");
                var salt = RandomNumberGenerator.GetBytes(SaltLength);
                session.Output.Line(Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)])]));
                return Task.CompletedTask;
            },
            password);
    }
}
