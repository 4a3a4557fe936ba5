using System.Buffers;
using System.Buffers.Text;
using System.Text;
using AmqpBroker.Core;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Access;

/// <summary>Finds out who calls, by HTTP Basic (RFC 7617) and the broker's users, or by the session of a browser.</summary>
internal sealed class Authenticator(Broker broker, Sessions sessions)
{
    private const string Scheme = "Basic ";
    private const int MostCharacters = 8 * 1024;

    /// <exception cref="ApiException">401: nobody is named, or the login is refused; 400: what is sent is no login.</exception>
    public async ValueTask<Caller> AuthenticateAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
        {
            return SessionCookie.Read(context) is { } token && sessions.Find(token) is { } user
                ? new Caller(user, broker.Permissions)
                : throw ApiErrors.LoginNeeded();
        }

        if (!TryRead(header, out var name, out var password))
        {
            throw ApiException.Bare(StatusCodes.Status400BadRequest);
        }

        var login = await broker.Authenticator.AuthenticateAsync(name, password, context.Connection.RemoteIpAddress, context.RequestAborted);
        broker.Statistics.AuthAttempts.Count("http", login.User is not null);
        return login switch
        {
            { User: { } known } => new Caller(known, broker.Permissions),
            { Outcome: LoginOutcome.OnlyFromLoopback } => throw ApiErrors.Refused("User can only log in via localhost"),
            _ => throw ApiErrors.LoginFailed(),
        };
    }

    private static bool TryRead(string header, out string user, out byte[] password)
    {
        (user, password) = (string.Empty, []);
        if (header.Length > MostCharacters || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var encoded = Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim());
        if (Base64.DecodeFromUtf8InPlace(encoded, out var length) != OperationStatus.Done)
        {
            return false;
        }

        var decoded = encoded.AsSpan(0, length);
        var colon = decoded.IndexOf((byte)':');
        if (colon < 0)
        {
            return false;
        }

        user = Encoding.UTF8.GetString(decoded[..colon]);
        password = decoded[(colon + 1)..].ToArray();
        return true;
    }
}
