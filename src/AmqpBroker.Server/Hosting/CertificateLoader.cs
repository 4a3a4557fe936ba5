using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AmqpBroker.Server.Hosting;

/// <summary>Loads the certificate of the TLS listener, with its private key and the chain found beside it.</summary>
internal static class CertificateLoader
{
    /// <summary>The certificates of <see cref="AmqpOptions.Certificate"/>; the first has the private key, the others are its chain.</summary>
    /// <exception cref="AmqpBrokerStartException">The file is missing, unreadable, or has no private key: one line that says so.</exception>
    public static X509Certificate2Collection Load(AmqpOptions options)
    {
        var path = options.Certificate ?? throw new ArgumentException("No certificate is configured.", nameof(options));
        try
        {
            var certificates = IsPem(path) ? LoadPem(path, options) : LoadPfx(path, options.CertificatePassword);
            return WithKeyFirst(certificates) ?? throw Failure(path, "it has no private key (set Amqp:CertificateKey)");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failure((exception as FileNotFoundException)?.FileName ?? path, "there is no such file", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failure(path, OneLine(exception.Message), exception);
        }
        catch (CryptographicException exception)
        {
            throw Failure(path, $"{OneLine(exception.Message)} (check Amqp:CertificateKey and Amqp:CertificatePassword)", exception);
        }
    }

    private static bool IsPem(string path)
        => File.ReadAllBytes(path).AsSpan().IndexOf("-----BEGIN "u8) >= 0;

    private static X509Certificate2Collection LoadPem(string path, AmqpOptions options)
    {
        var key = options.CertificateKey ?? path;
        using var leaf = options.CertificatePassword is { } password && HasEncryptedKey(key)
            ? X509Certificate2.CreateFromEncryptedPemFile(path, password, key)
            : X509Certificate2.CreateFromPemFile(path, key);

        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(path);
        certificates[0].Dispose();
        // Through PKCS#12, because some platforms cannot serve TLS with the ephemeral key of a PEM file.
        certificates[0] = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
        return certificates;
    }

    private static bool HasEncryptedKey(string path)
        => File.ReadAllText(path).Contains("-----BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal);

    private static X509Certificate2Collection LoadPfx(string path, string? password)
        => X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);

    private static X509Certificate2Collection? WithKeyFirst(X509Certificate2Collection certificates)
    {
        var leaf = certificates.FirstOrDefault(certificate => certificate.HasPrivateKey);
        if (leaf is null)
        {
            return null;
        }

        certificates.Remove(leaf);
        certificates.Insert(0, leaf);
        return certificates;
    }

    private static AmqpBrokerStartException Failure(string path, string reason, Exception? cause = null)
        => new($"cannot read the certificate {path}: {reason}", cause);

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
