using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Resources;

namespace AmqpBroker.Management.Definitions;

/// <summary>Carries out definitions that were found right. What is there already stays, or is overwritten where it can be, as with RabbitMQ.</summary>
internal sealed class DefinitionsImporter(Broker broker, DefinitionsPlan plan, DefinitionsCheck check)
{
    /// <summary>Changes on their way to the disk at one time: one sync serves them all.</summary>
    private const int AtOnce = 128;

    /// <returns>How many bindings were left out, since one of their ends is not there.</returns>
    public async Task<int> RunAsync()
    {
        await ImportAccessAsync();
        await ImportPoliciesAsync();
        await EachAsync(plan.Exchanges, exchange => DeclareExchangeAsync(exchange.Value));
        await EachAsync(plan.Queues, queue => DeclareQueueAsync(queue.Value));
        var bindings = plan.Bindings.Where(check.HasEnds).ToList();
        await EachAsync(bindings, binding => BindAsync(binding.Value));
        return plan.Bindings.Count - bindings.Count;
    }

    private async ValueTask ImportAccessAsync()
    {
        foreach (var (user, limits) in plan.Users.Select(static placed => placed.Value))
        {
            await broker.Users.PutAsync(user);
            await broker.UserLimits.ClearAsync(user.Name);
            if (limits.Count > 0)
            {
                await broker.UserLimits.SetAsync(user.Name, limits);
            }
        }

        foreach (var (name, definition) in plan.VirtualHosts.Select(static placed => placed.Value))
        {
            if (definition is not null || !broker.TryGetVirtualHost(name, out _))
            {
                await broker.CreateVirtualHostAsync(name, definition);
            }
        }

        foreach (var permission in plan.Permissions)
        {
            await broker.Permissions.SetAsync(permission.Value);
        }

        foreach (var permission in plan.TopicPermissions)
        {
            await broker.Permissions.SetTopicAsync(permission.Value);
        }
    }

    private async ValueTask ImportPoliciesAsync()
    {
        foreach (var (host, component, name, value) in plan.Parameters.Select(static placed => placed.Value))
        {
            await ParameterKinds.SetAsync(broker, Find(host), component, component == ParameterKinds.Limits ? ParameterKinds.LimitsName : name, value);
        }

        foreach (var parameter in plan.GlobalParameters)
        {
            await broker.Parameters.SetAsync(parameter.Value);
        }

        foreach (var (host, name, request) in plan.Policies.Select(static placed => placed.Value))
        {
            await Find(host).Policies.SetAsync(Core.Policies.PolicyKind.User, name, request);
        }
    }

    private async ValueTask DeclareExchangeAsync((string VirtualHost, Core.Exchanges.ExchangeDeclaration Declaration) exchange)
    {
        var host = Find(exchange.VirtualHost);
        if (host.Listing.FindExchange(exchange.Declaration.Name) is null)
        {
            await host.DeclareExchangeAsync(exchange.Declaration);
        }
    }

    private async ValueTask DeclareQueueAsync((string VirtualHost, Core.Queues.QueueDeclaration Declaration) queue)
    {
        var host = Find(queue.VirtualHost);
        if (host.Listing.FindQueue(queue.Declaration.Name) is null)
        {
            await host.DeclareQueueAsync(queue.Declaration, this);
        }
    }

    private async ValueTask BindAsync((string VirtualHost, Core.Metadata.BindingDefinition Definition) binding)
    {
        var (source, kind, destination, key, arguments) = binding.Definition;
        var host = Find(binding.VirtualHost);
        await (kind == Core.Metadata.BindingDestination.Queue
            ? host.BindQueueAsync(destination, source, key, arguments, this)
            : host.BindExchangeAsync(destination, source, key, arguments));
    }

    private VirtualHost Find(string name) => broker.TryGetVirtualHost(name, out var host) ? host : throw Api.ApiErrors.NotFound();

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, ValueTask> change) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await change(one));
}
