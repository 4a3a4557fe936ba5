namespace AmqpBroker.Core.Certificates;

/// <summary>Where in a client's certificate the name of its user stands.</summary>
public enum CertificateName
{
    /// <summary>The whole subject, as <c>CN=client,O=Company</c> (RFC 4514).</summary>
    DistinguishedName,

    /// <summary>The subject's common name; several are put together with commas.</summary>
    CommonName,

    /// <summary>The first DNS name among the alternative names.</summary>
    SubjectAlternativeName,
}
