using System.Globalization;
using AmqpBroker.Management.Hosting;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Api;

/// <summary>Tells browsers which other origins may call (CORS); none unless the settings name some.</summary>
internal sealed class ApiCors(ManagementOptions options)
{
    private const string AnyOrigin = "*";

    private readonly string[] _origins = (options.CorsOrigins ?? string.Empty)
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Adds what every answer says to an allowed origin.</summary>
    public void Add(HttpContext context)
    {
        if (!IsAllowed(context, out var origin, out var byName))
        {
            return;
        }

        context.Response.Headers.AccessControlAllowOrigin = byName ? origin : AnyOrigin;
        if (byName)
        {
            context.Response.Headers.AccessControlAllowCredentials = "true";
        }
    }

    /// <summary>Adds what the browser asks before it sends the request itself.</summary>
    public void AddPreflight(HttpContext context, string allowed)
    {
        if (!IsAllowed(context, out _, out _))
        {
            return;
        }

        context.Response.Headers.AccessControlAllowMethods = allowed;
        if (context.Request.Headers.AccessControlRequestHeaders is { Count: > 0 } asked)
        {
            context.Response.Headers.AccessControlAllowHeaders = asked;
        }
        else
        {
            context.Response.Headers.AccessControlMaxAge = ((long)options.CorsMaxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    private bool IsAllowed(HttpContext context, out string origin, out bool byName)
    {
        origin = context.Request.Headers.Origin.ToString();
        byName = false;
        if (origin.Length == 0 || origin is "null" or AnyOrigin)
        {
            return false;
        }

        byName = _origins.Contains(origin, StringComparer.Ordinal);
        return byName || _origins.Contains(AnyOrigin, StringComparer.Ordinal);
    }
}
