using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AmqpBroker.Control.Api;

/// <summary>Makes connections that trust the system's certificate authorities, or those of a file instead.</summary>
internal static class TrustedConnections
{
    /// <exception cref="CtlException">The file cannot be read.</exception>
    public static HttpMessageHandler Create(string? authorityFile)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (authorityFile is null)
        {
            return handler;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(authorityFile);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            handler.Dispose();
            throw new CtlException(CtlExitCode.Configuration, $"cannot read --cacert {authorityFile}: {exception.Message}", exception);
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        return handler;
    }
}
