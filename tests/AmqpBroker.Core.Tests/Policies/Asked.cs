using AmqpBroker.Core.Policies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Policies;

/// <summary>Shorthand for asking for policies.</summary>
internal static class Asked
{
    public static PolicyRequest For(string pattern, params FieldEntry[] definition) =>
        new() { Pattern = FieldValue.From(pattern), Definition = FieldTable.Of(definition) };

    public static FieldEntry Setting(string name, long value) => new(name, FieldValue.From(value));

    public static FieldEntry Setting(string name, string value) => new(name, FieldValue.From(value));

    public static FieldEntry Setting(string name, FieldValue value) => new(name, value);

    /// <summary>Sets a policy of users that must be valid.</summary>
    public static async Task SetAsync(this VirtualHost host, string name, PolicyRequest request, PolicyKind kind = PolicyKind.User)
    {
        var outcome = await host.Policies.SetAsync(kind, name, request);
        Assert.That(outcome.IsSet, Is.True, outcome.Text);
    }
}
