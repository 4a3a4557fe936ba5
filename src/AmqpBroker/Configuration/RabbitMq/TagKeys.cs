using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys <c>default_user_tags.*</c>: a switch for each tag there, a list of tags here.</summary>
internal static class TagKeys
{
    private const string Prefix = "default_user_tags.";

    public static void Read(ConfEntries entries, RabbitMqConf conf)
    {
        var tags = entries.TakeAll(Prefix);
        foreach (var tag in tags.Where(tag => ConfValue.ReadBoolean(tag.Value) is null))
        {
            conf.AddMistake(tag, "true or false");
        }

        if (tags.Count > 0)
        {
            conf.Set(
                $"{SettingsCatalogue.AmqpSection}:{nameof(AmqpOptions.DefaultTags)}",
                string.Join(',', tags.Where(tag => ConfValue.ReadBoolean(tag.Value) == true).Select(tag => tag.Key[Prefix.Length..])),
                tags[0]);
        }
    }
}
