using System.Text;
using System.Text.Encodings.Web;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.OpenApi;

/// <summary>The API for people: <c>/api</c> leads to a page that lists its paths, written from the table that answers requests.</summary>
internal static class ApiIndexPage
{
    private const string Path = "/api/index.html";
    private const string Html = "text/html";

    private static readonly Lazy<byte[]> Page = new(static () => Encoding.UTF8.GetBytes(Write(ApiEndpoints.Collect())));

    public static void Map(ApiMap map)
    {
        map.Add(new ApiEndpoint("GET", "/api", ApiAccess.Anyone, "Leads to the list of paths.", Redirect) { MediaType = Html });
        map.Add(new ApiEndpoint("GET", Path, ApiAccess.Anyone, "The list of paths, for people.", AnswerAsync) { MediaType = Html });
    }

    private static ValueTask Redirect(ApiRequest request)
    {
        var response = request.Http.Response;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = request.Services.GetRequiredService<IOptions<ManagementOptions>>().Value.PathPrefix + Path;
        response.ContentLength = 0;
        return ValueTask.CompletedTask;
    }

    private static async ValueTask AnswerAsync(ApiRequest request)
    {
        var (response, page) = (request.Http.Response, Page.Value);
        response.ContentType = Html + "; charset=utf-8";
        response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(request.Http.Request.Method))
        {
            await response.Body.WriteAsync(page, request.Http.RequestAborted);
        }
    }

    private static string Write(IEnumerable<ApiEndpoint> endpoints)
    {
        var html = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Management HTTP API</title>
            <style>body { font: 15px/1.4 sans-serif; margin: 2em } td { padding: .15em 1em .15em 0; vertical-align: top } code { white-space: nowrap }</style></head>
            <body>
            <h1>Management HTTP API</h1>
            <p>RabbitMQ's paths, members, status codes and errors. Names in paths are percent-encoded: the virtual host <code>/</code> is <code>%2F</code>.
            For tools the same is told by <a href="openapi.json">openapi.json</a>.</p>
            <table>

            """);
        foreach (var endpoint in endpoints.OrderBy(static endpoint => endpoint.Path, StringComparer.Ordinal))
        {
            html.Append("<tr><td>").Append(endpoint.Method).Append("</td><td><code>").Append(HtmlEncoder.Default.Encode(endpoint.Path))
                .Append("</code></td><td>").Append(HtmlEncoder.Default.Encode(endpoint.Summary)).Append("</td></tr>\n");
        }

        return html.Append("</table>\n</body>\n</html>\n").ToString();
    }
}
