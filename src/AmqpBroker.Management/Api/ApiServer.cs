using AmqpBroker.Core;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Management.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Api;

/// <summary>Puts the endpoints onto a server.</summary>
internal static class ApiServer
{
    public static void Map(WebApplication server, ManagementOptions options, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiServer).FullName!);
        var authenticator = new Authenticator(services.GetRequiredService<Broker>(), services.GetRequiredService<Sessions>());
        var parts = new ApiParts(options, new ApiCors(options), authenticator, services, logger);
        var prefix = options.PathPrefix.Length == 0 ? [] : ApiPath.Split(options.PathPrefix);
        server.Use((HttpContext context, RequestDelegate next) => ReadPathAsync(prefix, context, next));
        server.UseRouting();
        foreach (var path in ApiEndpoints.Collect().GroupBy(static endpoint => endpoint.Path, StringComparer.Ordinal))
        {
            server.Map(path.Key, new ApiResource(path.Key, path, parts).HandleAsync);
        }

        var pages = new PageServer(PageDirectory.Read(options.PagesDirectory ?? Path.Combine(AppContext.BaseDirectory, PageDirectory.UsualName)), options.PathPrefix);
        server.MapFallback("{*path}", context => AnswerOtherAsync(context, pages));
    }

    private static Task ReadPathAsync(string[] prefix, HttpContext context, RequestDelegate next)
    {
        var segments = ApiPath.Split(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (!segments.AsSpan().StartsWith(prefix))
        {
            return AnswerNotFoundAsync(context);
        }

        segments = segments.Length == prefix.Length && prefix.Length > 0 ? [string.Empty] : segments[prefix.Length..];
        context.Features.Set(new ApiSegments(segments));
        context.Request.Path = ApiPath.ForRouting(segments);
        return next(context);
    }

    private static async Task AnswerOtherAsync(HttpContext context, PageServer pages)
    {
        if (!await pages.TryAnswerAsync(context, context.Features.GetRequiredFeature<ApiSegments>().All))
        {
            await AnswerNotFoundAsync(context);
        }
    }

    private static Task AnswerNotFoundAsync(HttpContext context)
    {
        ApiHeaders.Add(context);
        return ApiFailures.AnswerAsync(context, ApiErrors.NotFound()).AsTask();
    }
}
