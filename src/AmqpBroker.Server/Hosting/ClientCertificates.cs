namespace AmqpBroker.Server.Hosting;

/// <summary>Whether clients show certificates of their own over TLS.</summary>
public enum ClientCertificates
{
    /// <summary>They are not asked for one.</summary>
    None,

    /// <summary>They may show one; it must be good.</summary>
    Optional,

    /// <summary>They must show a good one.</summary>
    Required,
}
