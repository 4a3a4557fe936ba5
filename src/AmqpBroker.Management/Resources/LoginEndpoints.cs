using System.Text;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Resources;

/// <summary>What a user interface asks before and while someone logs in.</summary>
internal static class LoginEndpoints
{
    public static void Map(ApiMap map)
    {
        map.Get("/api/auth", ApiAccess.Anyone, "How to log in: with a user's name and password.", static request => request.AnswerAsync(false, static (writer, _) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("enable_uaa", false);
            writer.WriteString("uaa_client_id", string.Empty);
            writer.WriteString("uaa_location", string.Empty);
            writer.WriteEndObject();
        }));
        map.Post("/api/login", ApiAccess.Anyone, "Judges the name and password of a form. With the header X-Requested-With a session begins, which a cookie stands for.", LogInAsync);
        map.Delete("/api/login", ApiAccess.Anyone, "Ends the session that the cookie stands for.", LogOutAsync);
    }

    // Deviates: RabbitMQ gives back both in a cookie, which only its own user interface reads. A password has no place there: a session has.
    private static async ValueTask LogInAsync(ApiRequest request)
    {
        var http = request.Http;
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString((await request.ReadBytesAsync()).Span));
        var (user, password) = (form.GetValueOrDefault("username").ToString(), form.GetValueOrDefault("password").ToString());
        var login = await request.Broker.Authenticator.AuthenticateAsync(
            user, Encoding.UTF8.GetBytes(password), http.Connection.RemoteIpAddress, http.RequestAborted);
        if (login.User is not { } known)
        {
            throw login.Outcome == LoginOutcome.OnlyFromLoopback ? ApiErrors.Refused("User can only log in via localhost") : ApiErrors.LoginFailed();
        }

        AccessRules.Require(new Caller(known, request.Broker.Permissions), ApiAccess.Management, virtualHost: null);
        if (SessionCookie.IsScript(http))
        {
            SessionCookie.Write(http, request.Services.GetRequiredService<Sessions>().Begin(known));
        }

        await JsonAnswer.WriteAsync(http, "ok", static (writer, word) => writer.WriteStringValue(word));
    }

    private static ValueTask LogOutAsync(ApiRequest request)
    {
        if (SessionCookie.Read(request.Http) is { } token)
        {
            request.Services.GetRequiredService<Sessions>().End(token);
            SessionCookie.Clear(request.Http);
        }

        return request.AnswerDoneAsync();
    }
}
