using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AmqpBroker.Management.Api;

/// <summary>The headers of every answer, and what a client is willing to be answered with.</summary>
internal static class ApiHeaders
{
    private const string Json = "application/json";

    // Asked for by some exporters that take JSON as well.
    private const string Bert = "application/bert";

    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.Vary = "accept, accept-encoding, origin";
        headers.ContentSecurityPolicy = "script-src 'self' 'unsafe-eval' 'unsafe-inline'; object-src 'self'";
    }

    /// <summary>Whether the client takes an answer of this type, or of JSON when it is null. Where nothing is said everything is taken.</summary>
    public static bool Accepts(HttpContext context, string? mediaType)
    {
        var accept = context.Request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
        {
            return true;
        }

        var offered = MediaTypeHeaderValue.Parse(mediaType ?? Json);
        return ranges.Any(range => range.Quality != 0 && (offered.IsSubsetOf(range) || (mediaType is null && range.MediaType == Bert)));
    }
}
