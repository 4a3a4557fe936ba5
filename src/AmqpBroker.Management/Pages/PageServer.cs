using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AmqpBroker.Management.Pages;

/// <summary>Serves the web pages beside the API: files by their names, and the first page for every link that leads into it.</summary>
internal sealed class PageServer(PageDirectory pages, string prefix)
{
    // What addresses within the first page begin with.
    private const string Base = "<base href=\"/\"";

    // Styles are also written by scripts of the pages themselves; scripts come from files alone.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // What stands under these names is no page, whoever asks.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "api", "metrics", "health", "cli", PageDirectory.Hashed };

    /// <summary>Answers a request for a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="segments">The segments of its path, decoded.</param>
    /// <returns>False when it is for none, and nothing has been answered.</returns>
    public async Task<bool> TryAnswerAsync(HttpContext context, string[] segments)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (!isGet && !HttpMethods.IsHead(context.Request.Method))
        {
            return false;
        }

        if (Find(context, segments) is not { } file)
        {
            return false;
        }

        AddHeaders(context, file);
        if (file.EntityTag is { } tag && context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        await SendAsync(context, file, isGet);
        return true;
    }

    private PageFile? Find(HttpContext context, string[] segments)
    {
        if (!pages.IsThere)
        {
            return null;
        }

        var name = string.Join('/', segments);
        if (name.Length == 0)
        {
            return pages.Find(PageDirectory.Index);
        }

        if (pages.Find(name) is { } file)
        {
            return file;
        }

        // A name of a queue may look like that of a file: what tells a link from a file is that a browser follows it.
        return !Reserved.Contains(segments[0]) && WantsPage(context) ? pages.Find(PageDirectory.Index) : null;
    }

    private static bool WantsPage(HttpContext context) =>
        context.Request.Headers.Accept.Any(static accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    private static void AddHeaders(HttpContext context, PageFile file)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.CacheControl = file.EntityTag is null ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = file.EntityTag;
        if (file.Encodings.Count > 0)
        {
            headers.Vary = "accept-encoding";
        }
    }

    private async Task SendAsync(HttpContext context, PageFile file, bool withBody)
    {
        var response = context.Response;
        var path = file.Path;
        if (prefix.Length > 0 && file == pages.Find(PageDirectory.Index))
        {
            await SendPlacedAsync(context, file, withBody);
            return;
        }

        if (EncodingFor(context, file) is { } encoding)
        {
            response.Headers.ContentEncoding = encoding.Name;
            path += encoding.Extension;
        }

        response.ContentType = file.MediaType;
        response.ContentLength = new FileInfo(path).Length;
        if (withBody)
        {
            await response.SendFileAsync(path, 0, count: null, context.RequestAborted);
        }
    }

    // The pages are built for no prefix.
    private async Task SendPlacedAsync(HttpContext context, PageFile file, bool withBody)
    {
        var text = await File.ReadAllTextAsync(file.Path, context.RequestAborted);
        var placed = Encoding.UTF8.GetBytes(text.Replace(Base, $"<base href=\"{HtmlEncoder.Default.Encode(prefix)}/\"", StringComparison.Ordinal));
        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = placed.Length;
        if (withBody)
        {
            await context.Response.Body.WriteAsync(placed, context.RequestAborted);
        }
    }

    private static PageEncoding? EncodingFor(HttpContext context, PageFile file) =>
        StringWithQualityHeaderValue.TryParseList(context.Request.Headers.AcceptEncoding, out var accepted)
            ? file.Encodings.FirstOrDefault(encoding => accepted.Any(one => one.Value == encoding.Name && one.Quality != 0))
            : null;
}
