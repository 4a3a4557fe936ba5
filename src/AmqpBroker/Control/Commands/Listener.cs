using System.Text.Json;

namespace AmqpBroker.Control.Commands;

/// <summary>A port the broker listens on, as its overview tells.</summary>
internal sealed record Listener(string Protocol, string Address, int Port)
{
    private const string AnyIPv4 = "0.0.0.0";
    private const string AnyIPv6 = "::";

    public static IEnumerable<Listener> AllIn(JsonElement overview)
        => overview.TryGetProperty("listeners", out var listeners)
            ? listeners.EnumerateArray().Select(Read)
            : throw new CtlException(CtlExitCode.NoPermission, "the listeners are shown to users with the tag monitoring or administrator only");

    /// <summary>Where it can be reached from here: its own address, or the host that was asked when it has every address.</summary>
    public string HostFrom(Uri url) => Address is AnyIPv4 or AnyIPv6 ? url.IdnHost : Address;

    private static Listener Read(JsonElement listener) => new(
        listener.GetProperty("protocol").GetString() ?? string.Empty,
        listener.GetProperty("ip_address").GetString() ?? AnyIPv6,
        listener.GetProperty("port").GetInt32());
}
