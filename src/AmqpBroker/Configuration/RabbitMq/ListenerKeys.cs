using System.Net;
using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys <c>listeners.*</c>: lists of addresses there, one address with a port for each protocol here.</summary>
internal static class ListenerKeys
{
    private const string Allowed = "a port, address:port or [IPv6 address]:port";
    private const string Address = $"{SettingsCatalogue.AmqpSection}:{nameof(AmqpOptions.Address)}";
    private const string Port = $"{SettingsCatalogue.AmqpSection}:{nameof(AmqpOptions.Port)}";
    private const string TlsPort = $"{SettingsCatalogue.AmqpSection}:{nameof(AmqpOptions.TlsPort)}";

    public static void Read(ConfEntries entries, RabbitMqConf conf)
    {
        var address = ReadProtocol(entries, conf, "listeners.tcp", Port, address: null);
        ReadProtocol(entries, conf, "listeners.ssl", TlsPort, address);
    }

    /// <returns>The address that counts for both protocols; null while nothing has set it.</returns>
    private static string? ReadProtocol(ConfEntries entries, RabbitMqConf conf, string key, string setting, string? address)
    {
        if (entries.TryTake(key, out var none))
        {
            if (none.Value == "none")
            {
                conf.Set(setting, ConfValue.Text(AmqpOptions.NoPort), none);
                IgnoreAll(entries.TakeAll(key + "."), conf, $"{key} = none closes them all");
                return address;
            }

            conf.AddMistake(none, $"none; a listener is {key}.default");
        }

        var listeners = ReadListeners(entries.TakeAll(key + "."), conf);
        if (listeners.Count == 0)
        {
            return address;
        }

        var first = listeners[0];
        var named = NameOf([.. listeners.TakeWhile(listener => listener.Port == first.Port).Select(listener => listener.Address)], out var covered);
        conf.Set(setting, ConfValue.Text(first.Port), first.Entry);
        IgnoreAll(listeners.Skip(covered).Select(listener => listener.Entry), conf, $"there is one listener of its kind, {first.Entry.Key}");
        if (address is null)
        {
            conf.Set(Address, named, first.Entry);
        }
        else if (address != named)
        {
            conf.Ignore(first.Entry, $"only its port counts, the address is that of listeners.tcp, {address}");
        }

        return address ?? named;
    }

    private static List<(ConfEntry Entry, IPAddress? Address, int Port)> ReadListeners(IEnumerable<ConfEntry> entries, RabbitMqConf conf)
    {
        List<(ConfEntry Entry, IPAddress? Address, int Port)> listeners = [];
        foreach (var entry in entries)
        {
            if (entry.Value.StartsWith("local:", StringComparison.Ordinal))
            {
                conf.Ignore(entry, "the broker does not listen on Unix sockets");
            }
            else if (ConfValue.TryReadListener(entry.Value, out var address, out var port))
            {
                listeners.Add((entry, address, port));
            }
            else
            {
                conf.AddMistake(entry, Allowed);
            }
        }

        return listeners;
    }

    /// <summary>This broker's name for the first addresses of a list, and how many of them it stands for.</summary>
    private static string NameOf(IReadOnlyList<IPAddress?> addresses, out int covered)
    {
        var isBoth = addresses.Count > 1 && addresses[0]?.AddressFamily != addresses[1]?.AddressFamily;
        covered = isBoth && addresses.Take(2).All(IsLoopback) ? 2 : 1;
        if (covered == 2)
        {
            return "localhost";
        }

        covered = isBoth && addresses.Take(2).All(IsAny) ? 2 : 1;
        return covered == 2 || addresses[0] is null || addresses[0]!.Equals(IPAddress.IPv6Any) ? "*" : addresses[0]!.ToString(); // not null: asked before
    }

    private static bool IsLoopback(IPAddress? address) => address is not null && (address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.IPv6Loopback));

    private static bool IsAny(IPAddress? address) => address is not null && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private static void IgnoreAll(IEnumerable<ConfEntry> entries, RabbitMqConf conf, string reason)
    {
        foreach (var entry in entries)
        {
            conf.Ignore(entry, reason);
        }
    }
}
