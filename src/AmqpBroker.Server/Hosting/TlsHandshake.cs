using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AmqpBroker.Core.Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace AmqpBroker.Server.Hosting;

/// <summary>Has a listener speak TLS, each handshake with the certificates of its moment.</summary>
internal static class TlsHandshake
{
    public static void Use(ListenOptions listen, CertificateSource certificates, ClientCertificates clients) => listen.UseHttps(new TlsHandshakeCallbackOptions
    {
        OnConnection = _ => ValueTask.FromResult(OptionsOf(certificates.Current, clients)),
    });

    private static SslServerAuthenticationOptions OptionsOf(ServerCertificates certificates, ClientCertificates clients) => new()
    {
        ServerCertificateContext = certificates.Context,
        ClientCertificateRequired = clients != ClientCertificates.None,
        RemoteCertificateValidationCallback = (_, shown, chain, _) => clients switch
        {
            ClientCertificates.None => true,
            _ when shown is null => clients == ClientCertificates.Optional,
            _ => shown is X509Certificate2 certificate && certificates.IsTrusted(certificate, chain),
        },
    };
}
