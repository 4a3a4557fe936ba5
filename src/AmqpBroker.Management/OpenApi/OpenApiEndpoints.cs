using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Management.Api;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.OpenApi;

/// <summary>The description of the API, for tools that make clients of it.</summary>
internal static class OpenApiEndpoints
{
    public static void Map(ApiMap map) =>
        map.Get("/api/openapi.json", ApiAccess.Anyone, "This description.", static request => request.AnswerAsync(request.Services, Write));

    private static void Write(Utf8JsonWriter writer, IServiceProvider services) =>
        OpenApiDocument.Write(writer, ApiEndpoints.Collect(), services.GetRequiredService<BrokerIdentity>());
}
