using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control.Commands;

/// <summary>Feature flags: switched on one by one, or all that can be.</summary>
internal static class FeatureFlagCommands
{
    public static Command Enable(CtlCommandFactory factory)
    {
        var name = CtlArguments.Text("feature_flag", "Its name, or all");
        return factory.Create(
            "enable_feature_flag",
            "Enable a feature flag",
            (session, line, cancellationToken) => line.GetRequiredValue(name) is var flag && flag == "all"
                ? EnableAllAsync(session, cancellationToken)
                : EnableOneAsync(session, flag, cancellationToken),
            name);
    }

    private static async Task EnableAllAsync(CtlSession session, CancellationToken cancellationToken)
    {
        session.Output.Banner("Enabling all feature flags ...");
        foreach (var flag in (await session.Api.GetAsync("/feature-flags", cancellationToken)).EnumerateArray())
        {
            if (flag.GetProperty("state").GetString() == "disabled")
            {
                await EnableAsync(session, flag.GetProperty("name").GetString() ?? string.Empty, cancellationToken);
            }
        }
    }

    private static Task EnableOneAsync(CtlSession session, string flag, CancellationToken cancellationToken)
    {
        session.Output.Banner($"Enabling feature flag \"{flag}\" ...");
        return EnableAsync(session, flag, cancellationToken);
    }

    private static async Task EnableAsync(CtlSession session, string flag, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["name"] = flag };
        var answer = await session.Api.SendAsync(HttpMethod.Put, ApiPath.Of("feature-flags", flag, "enable"), body, cancellationToken);
        if (answer.Status == HttpStatusCode.BadRequest && answer.Reason.Contains("unsupported", StringComparison.Ordinal))
        {
            throw new CtlException(CtlExitCode.Usage, $"feature flag '{flag}' is not supported by this broker");
        }

        session.Api.Succeed(answer);
    }
}
