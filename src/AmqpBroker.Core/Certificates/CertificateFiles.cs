namespace AmqpBroker.Core.Certificates;

/// <summary>Where a server's certificate lies.</summary>
/// <param name="Section">The section of the configuration that says so, for messages.</param>
/// <param name="Certificate">Path of the certificate, PEM (with its chain) or PFX.</param>
/// <param name="Key">Path of the PEM private key; null when it is in the file of the certificate.</param>
/// <param name="Password">Password of the PFX file or of the encrypted PEM key.</param>
/// <param name="Authorities">Path of the PEM certificates of those who may vouch for clients; null for those the system trusts.</param>
public sealed record CertificateFiles(string Section, string Certificate, string? Key = null, string? Password = null, string? Authorities = null)
{
    /// <summary>The files, each once.</summary>
    internal IEnumerable<string> Paths => new[] { Certificate, Key, Authorities }.OfType<string>().Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Certificate;
}
