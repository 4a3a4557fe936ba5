using AmqpBroker.Core.Parameters;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Resources;

/// <summary>The parameters of virtual hosts: listed, set, cleared.</summary>
internal static class ParameterEndpoints
{
    private const string One = "/api/parameters/{component}/{vhost}/{name}";

    /// <summary>Rows of a list.</summary>
    public static readonly RowFormat<Parameter> Rows = new(
        static (writer, parameter) =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("value");
            writer.WriteRawValue(parameter.Value);
            writer.WriteString("vhost", parameter.VirtualHost);
            writer.WriteString("component", parameter.Component);
            writer.WriteString("name", parameter.Name);
            writer.WriteEndObject();
        },
        static parameter => parameter.Name,
        Compare);

    public static void Map(ApiMap map)
    {
        map.Get("/api/parameters", ApiAccess.Policymaker, "All parameters.", static request => request.AnswerListAsync(
            request.VisibleVirtualHosts().SelectMany(virtualHost => ParameterKinds.List(request.Broker, virtualHost)), Rows));
        map.Get("/api/parameters/{component}", ApiAccess.Policymaker, "The parameters of a component.", static request => request.AnswerListAsync(
            request.VisibleVirtualHosts().SelectMany(virtualHost => ParameterKinds.List(request.Broker, virtualHost, request.Segment("component"))), Rows));
        map.Get("/api/parameters/{component}/{vhost}", ApiAccess.Policymaker, "The parameters of a component in a virtual host.",
            static request => request.AnswerListAsync(ParameterKinds.List(request.Broker, request.VirtualHost, request.Segment("component")), Rows));
        map.Get(One, ApiAccess.Policymaker, "A parameter.", static request => request.AnswerAsync(Find(request), Rows.Write));
        map.Put(One, ApiAccess.Policymaker, "Sets a parameter.", SetAsync);
        map.Delete(One, ApiAccess.Policymaker, "Clears a parameter.", ClearAsync);
    }

    private static Parameter Find(ApiRequest request) =>
        ParameterKinds.List(request.Broker, request.VirtualHost, request.Segment("component")).FirstOrDefault(
            parameter => parameter.Name == request.Segment("name")) ?? throw ApiErrors.NotFound();

    private static async ValueTask SetAsync(ApiRequest request)
    {
        var virtualHost = request.VirtualHost;
        var (component, name) = (request.Segment("component"), request.Segment("name"));
        RequireMay(request, component);
        var body = await request.ReadBodyAsync();
        body.Require("value");
        await request.AnswerCreatedAsync(await ParameterKinds.SetAsync(request.Broker, virtualHost, component, name, body["value"]!.Value));
    }

    private static async ValueTask ClearAsync(ApiRequest request)
    {
        var component = request.Segment("component");
        RequireMay(request, component);
        if (!await ParameterKinds.ClearAsync(request.Broker, request.VirtualHost, component, request.Segment("name")))
        {
            throw ApiErrors.NotFound();
        }

        await request.AnswerDoneAsync();
    }

    // By this way, too, limits and operator policies are the administrators'.
    private static void RequireMay(ApiRequest request, string component)
    {
        if (component is ParameterKinds.Limits or ParameterKinds.OperatorPolicy && !request.Caller.IsAdministrator)
        {
            throw ApiErrors.Refused("Not administrator user");
        }
    }

    private static int Compare(Parameter one, Parameter other)
    {
        var order = string.CompareOrdinal(one.VirtualHost, other.VirtualHost);
        order = order != 0 ? order : string.CompareOrdinal(one.Component, other.Component);
        return order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
    }
}
