using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Resources;

/// <summary>The parameters of no virtual host: listed, set, cleared; the cluster's name is one of them.</summary>
internal static class GlobalParameterEndpoints
{
    private const string One = "/api/global-parameters/{name}";

    /// <summary>Rows of a list.</summary>
    public static readonly RowFormat<Parameter> Rows = new(
        static (writer, parameter) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WritePropertyName("value");
            writer.WriteRawValue(parameter.Value);
            writer.WriteEndObject();
        },
        static parameter => parameter.Name,
        static (one, other) => string.CompareOrdinal(one.Name, other.Name));

    public static void Map(ApiMap map)
    {
        map.Get("/api/global-parameters", ApiAccess.Policymaker, "All global parameters.",
            static async request => await request.AnswerListAsync(await GlobalParameters.ListAsync(request.Broker), Rows));
        map.Get(One, ApiAccess.Policymaker, "A global parameter.", static request => request.AnswerAsync(
            request.Broker.Parameters.GetGlobal(request.Segment("name")) ?? throw ApiErrors.NotFound(), Rows.Write));
        map.Put(One, ApiAccess.Policymaker, "Sets a global parameter.", SetAsync);
        map.Delete(One, ApiAccess.Policymaker, "Clears a global parameter.", ClearAsync);
        map.Get("/api/cluster-name", ApiAccess.Management, "The name of the cluster.", static request => request.AnswerAsync(
            GlobalParameters.ClusterNameOf(request.Broker, request.Services.GetRequiredService<BrokerIdentity>()),
            static (writer, name) =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteEndObject();
            }));
        map.Put("/api/cluster-name", ApiAccess.Administrator, "Names the cluster.", NameClusterAsync);
    }

    private static async ValueTask SetAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        body.Require("value");
        var parameter = new Parameter(string.Empty, string.Empty, request.Segment("name"), body["value"]!.Value.GetRawText()); // it is there
        await request.AnswerCreatedAsync(await request.Broker.Parameters.SetAsync(parameter));
    }

    private static async ValueTask ClearAsync(ApiRequest request)
    {
        if (!await request.Broker.Parameters.ClearAsync(string.Empty, string.Empty, request.Segment("name")))
        {
            throw ApiErrors.NotFound();
        }

        await request.AnswerDoneAsync();
    }

    private static async ValueTask NameClusterAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        body.Require("name");
        if (body["name"] is not { ValueKind: JsonValueKind.String } name)
        {
            throw ApiErrors.BadTerm("not_string", "name");
        }

        await request.Broker.Parameters.SetAsync(new Parameter(string.Empty, string.Empty, GlobalParameters.ClusterName, name.GetRawText()));
        await request.AnswerDoneAsync();
    }
}
