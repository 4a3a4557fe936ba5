using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys that say whether clients show certificates: two switches there, one word here.</summary>
internal static class PeerKeys
{
    private const string ClientCertificates = $"{SettingsCatalogue.AmqpSection}:{nameof(AmqpOptions.ClientCertificates)}";
    private const string Authorities = $"{SettingsCatalogue.AmqpSection}:{nameof(AmqpOptions.CertificateAuthorities)}";

    public static void Read(ConfEntries entries, RabbitMqConf conf)
    {
        var areRequired = false;
        if (entries.TryTake("ssl_options.fail_if_no_peer_cert", out var fail))
        {
            if (ConfValue.ReadBoolean(fail.Value) is { } value)
            {
                areRequired = value;
            }
            else
            {
                conf.AddMistake(fail, "true or false");
            }
        }

        var areAsked = false;
        if (entries.TryTake("ssl_options.verify", out var verify))
        {
            if (verify.Value is "verify_peer" or "verify_none")
            {
                areAsked = verify.Value == "verify_peer";
                conf.Set(ClientCertificates, (areAsked, areRequired) switch { (false, _) => "none", (_, false) => "optional", _ => "required" }, verify);
            }
            else
            {
                conf.AddMistake(verify, "verify_peer or verify_none");
            }
        }

        ReadAuthorities(entries, conf, areAsked);
        if (fail is not null && areRequired && !areAsked)
        {
            conf.Ignore(fail, "clients are not asked for certificates: set ssl_options.verify = verify_peer");
        }
    }

    private static void ReadAuthorities(ConfEntries entries, RabbitMqConf conf, bool areAsked)
    {
        if (!entries.TryTake("ssl_options.cacertfile", out var file))
        {
            return;
        }

        if (areAsked)
        {
            conf.Set(Authorities, file.Value, file);
        }
        else
        {
            conf.Ignore(file, "clients are not asked for certificates: set ssl_options.verify = verify_peer");
        }
    }
}
