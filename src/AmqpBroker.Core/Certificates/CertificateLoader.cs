using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AmqpBroker.Core.Certificates;

/// <summary>Loads a server's certificate, with its private key and the chain found beside it.</summary>
internal static class CertificateLoader
{
    /// <summary>The certificates; the first has the private key, the others are its chain.</summary>
    /// <exception cref="CertificateException">The file is missing, unreadable, or has no private key: one line that says so.</exception>
    public static X509Certificate2Collection Load(CertificateFiles files) => Read(files.Certificate, files, path =>
    {
        var certificates = IsPem(path) ? LoadPem(path, files) : LoadPfx(path, files.Password);
        return WithKeyFirst(certificates) ?? throw Failure(path, $"it has no private key (set {files.Section}:CertificateKey)");
    });

    /// <summary>The certificates of those who may vouch for clients; none when no file is named.</summary>
    /// <exception cref="CertificateException">The file is missing, unreadable, or holds no certificate: one line that says so.</exception>
    public static X509Certificate2Collection LoadAuthorities(CertificateFiles files) => files.Authorities is not { } authorities
        ? []
        : Read(authorities, files, path =>
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0 ? certificates : throw Failure(path, "it holds no certificate in PEM format");
        });

    private static X509Certificate2Collection Read(string path, CertificateFiles files, Func<string, X509Certificate2Collection> read)
    {
        try
        {
            return read(path);
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
            throw Failure(path, $"{OneLine(exception.Message)} (check {files.Section}:CertificateKey and {files.Section}:CertificatePassword)", exception);
        }
    }

    private static bool IsPem(string path)
        => File.ReadAllBytes(path).AsSpan().IndexOf("-----BEGIN "u8) >= 0;

    private static X509Certificate2Collection LoadPem(string path, CertificateFiles files)
    {
        var key = files.Key ?? path;
        using var leaf = files.Password is { } password && HasEncryptedKey(key)
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

    private static CertificateException Failure(string path, string reason, Exception? cause = null)
        => new($"cannot read the certificate {path}: {reason}", cause);

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
