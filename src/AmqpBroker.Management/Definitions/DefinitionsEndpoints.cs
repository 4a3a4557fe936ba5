using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace AmqpBroker.Management.Definitions;

/// <summary>Definitions: exported and imported, all or those of a virtual host.</summary>
internal static class DefinitionsEndpoints
{
    private const string FormField = "file";

    public static void Map(ApiMap map)
    {
        foreach (var path in new[] { "/api/definitions", "/api/all-configuration" })
        {
            map.Get(path, ApiAccess.Administrator, "Exports all definitions.", ExportAllAsync);
            map.Post(path, ApiAccess.Administrator, "Imports definitions, as a whole or not at all; with dry_run=true says only what would change.", static request => ImportAsync(request, null));
        }

        map.Get("/api/definitions/{vhost}", ApiAccess.Administrator, "Exports the definitions of a virtual host.", ExportOneAsync);
        map.Post("/api/definitions/{vhost}", ApiAccess.Administrator, "Imports definitions into a virtual host, as a whole or not at all; with dry_run=true says only what would change.",
            static request => ImportAsync(request, FindHost(request)));
    }

    private static async ValueTask ExportAllAsync(ApiRequest request)
    {
        NameDownload(request);
        var global = await GlobalParameters.ListAsync(request.Broker);
        await request.AnswerAsync(Writer(request), (writer, definitions) => definitions.WriteAll(writer, global));
    }

    private static ValueTask ExportOneAsync(ApiRequest request)
    {
        var host = FindHost(request);
        NameDownload(request);
        return request.AnswerAsync(Writer(request), (writer, definitions) => definitions.WriteOne(writer, host));
    }

    private static async ValueTask ImportAsync(ApiRequest request, VirtualHost? only)
    {
        var body = await request.ReadBytesAsync();
        var text = request.Http.Request.HasFormContentType ? await FindFileAsync(request, body) : body;
        try
        {
            if (request.IsSet("dry_run"))
            {
                request.IsOnlyAsked = true;
                await request.AnswerAsync(await DefinitionsFile.PreviewAsync(request.Broker, text, only), PreviewJson.Write);
                return;
            }

            await DefinitionsFile.ImportAsync(request.Broker, text, only);
        }
        catch (DefinitionsRefusedException refusal)
        {
            throw ApiErrors.BadRequest(refusal.Message);
        }

        await request.AnswerDoneAsync();
    }

    private static VirtualHost FindHost(ApiRequest request)
    {
        const string reason = "vhost_not_found";
        if (request.Broker.TryGetVirtualHost(request.Segment("vhost"), out var host))
        {
            return host;
        }

        throw request.Http.Request.Method == "POST" ? ApiErrors.NotFound(reason) : ApiErrors.BadRequest(reason);
    }

    private static DefinitionsWriter Writer(ApiRequest request) => new(request.Broker, request.Services.GetRequiredService<BrokerIdentity>());

    private static void NameDownload(ApiRequest request)
    {
        if (request.Query("download") is { Length: > 0 } name)
        {
            var header = new ContentDispositionHeaderValue("attachment");
            header.SetHttpFileName(name);
            request.Http.Response.Headers.ContentDisposition = header.ToString();
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> FindFileAsync(ApiRequest request, ReadOnlyMemory<byte> body)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Http.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            throw ApiException.Bare(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var reader = new MultipartReader(boundary.ToString(), new MemoryStream(body.ToArray()));
            while (await reader.ReadNextSectionAsync(request.Http.RequestAborted) is { } section)
            {
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, request.Http.RequestAborted);
                if (section.GetContentDispositionHeader()?.Name.Value?.Trim('"') == FormField)
                {
                    return content.ToArray();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw ApiErrors.BadRequest("the form is cut off");
        }

        throw ApiErrors.BadRequest($"the form has no field {FormField}");
    }
}
