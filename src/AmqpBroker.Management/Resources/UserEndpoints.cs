using System.Text.Json;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Users: listed, made, changed, deleted.</summary>
internal static class UserEndpoints
{
    private const string One = "/api/users/{user}";

    public static void Map(ApiMap map)
    {
        map.Get("/api/users", ApiAccess.Administrator, "All users.", static request => ListAsync(request, static _ => true));
        map.Get("/api/users/without-permissions", ApiAccess.Administrator, "The users who may do nothing anywhere.", ListPowerlessAsync);
        map.Post("/api/users/bulk-delete", ApiAccess.Administrator, "Deletes some users.", DeleteSomeAsync);
        map.Get(One, ApiAccess.Administrator, "Shows a user.", static request => request.AnswerAsync((Find(request), request.Broker.UserLimits.Of(request.Segment("user"))), UserJson.Rows.Write));
        map.Put(One, ApiAccess.Administrator, "Makes a user, or changes one.", PutAsync);
        map.Delete(One, ApiAccess.Administrator, "Deletes a user with its permissions; its connections are closed.", DeleteAsync);
        map.Get($"{One}/permissions", ApiAccess.Administrator, "What a user may do in each virtual host.", static request =>
        {
            var user = Find(request).Name;
            return request.AnswerListAsync(request.Broker.Permissions.ListOf(user), PermissionJson.Rows);
        });
        map.Get($"{One}/topic-permissions", ApiAccess.Administrator, "The topic permissions of a user.", static request =>
        {
            var user = Find(request).Name;
            return request.AnswerListAsync(request.Broker.Permissions.ListTopicsOf(user), PermissionJson.TopicRows);
        });
    }

    /// <exception cref="ApiException">404: there is none of that name.</exception>
    private static User Find(ApiRequest request) => request.Broker.Users.Find(request.Segment("user")) ?? throw ApiErrors.NotFound();

    private static ValueTask ListAsync(ApiRequest request, Func<User, bool> isShown) => request.AnswerPageAsync(
        request.Broker.Users.List().Where(isShown).Select(user => (user, request.Broker.UserLimits.Of(user.Name))), UserJson.Rows);

    private static ValueTask ListPowerlessAsync(ApiRequest request)
    {
        var powerful = request.Broker.Permissions.List().Select(static one => one.User).ToHashSet(StringComparer.Ordinal);
        return ListAsync(request, user => !powerful.Contains(user.Name));
    }

    private static async ValueTask PutAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        await request.AnswerCreatedAsync(await request.Broker.Users.PutAsync(UserRequests.Read(request.Segment("user"), body, request.Broker.Users)));
    }

    private static async ValueTask DeleteAsync(ApiRequest request)
    {
        if (!await request.Broker.Users.DeleteAsync(request.Segment("user")))
        {
            throw ApiErrors.NotFound();
        }

        await request.AnswerDoneAsync();
    }

    private static async ValueTask DeleteSomeAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        body.Require("users");
        if (body["users"] is not { ValueKind: JsonValueKind.Array })
        {
            throw ApiErrors.BadTerm("not_a_list_of_strings", "users");
        }

        foreach (var user in UserRequests.Words(body, "users"))
        {
            if (!await request.Broker.Users.DeleteAsync(user))
            {
                throw ApiErrors.BadTerm("no_such_user", user);
            }
        }

        await request.AnswerDoneAsync();
    }
}
