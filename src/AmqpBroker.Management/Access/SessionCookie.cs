using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Access;

/// <summary>The cookie by which a browser names its session: out of reach of scripts, and sent by pages of this broker alone.</summary>
/// <remarks>It counts with the header <c>X-Requested-With</c> only, which no form and no link can send, and other origins not without being allowed to.</remarks>
internal static class SessionCookie
{
    private const string ScriptHeader = "X-Requested-With";

    /// <summary>Whether a script of a page calls, which can show errors by itself.</summary>
    public static bool IsScript(HttpContext context) => context.Request.Headers.ContainsKey(ScriptHeader);

    /// <summary>The token that was sent; null when none counts.</summary>
    public static string? Read(HttpContext context) =>
        IsScript(context) && context.Request.Cookies.TryGetValue(NameFor(context), out var token) && token.Length > 0 ? token : null;

    /// <summary>Hands out a token; kept until the browser is closed.</summary>
    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(NameFor(context), token, OptionsFor(context));

    /// <summary>Takes the cookie back.</summary>
    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), OptionsFor(context));

    // Cookies do not tell ports apart, and two brokers may share a machine.
    private static string NameFor(HttpContext context) => $"amqpbroker-{context.Request.Host.Port ?? (context.Request.IsHttps ? 443 : 80)}";

    private static CookieOptions OptionsFor(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Secure = context.Request.IsHttps };
}
