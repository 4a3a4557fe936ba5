using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys <c>loopback_users</c>: a switch for each user there, a list of users here.</summary>
internal static class LoopbackKeys
{
    private const string Setting = $"{SettingsCatalogue.AmqpSection}:{nameof(AmqpOptions.LoopbackUsers)}";
    private const string Prefix = "loopback_users.";

    public static void Read(ConfEntries entries, RabbitMqConf conf)
    {
        if (entries.TryTake("loopback_users", out var none))
        {
            if (none.Value == "none")
            {
                conf.Set(Setting, string.Empty, none);
            }
            else
            {
                conf.AddMistake(none, $"none; a user is {Prefix}NAME = true");
            }
        }

        var users = entries.TakeAll(Prefix);
        foreach (var user in users.Where(user => ConfValue.ReadBoolean(user.Value) is null))
        {
            conf.AddMistake(user, "true or false");
        }

        if (users.Count > 0 && none is null)
        {
            conf.Set(Setting, string.Join(',', users.Where(user => ConfValue.ReadBoolean(user.Value) == true).Select(NameOf)), users[0]);
        }
    }

    private static string NameOf(ConfEntry user) => user.Key[Prefix.Length..].Replace("\\", string.Empty, StringComparison.Ordinal);
}
