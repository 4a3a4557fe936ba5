using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Certificates;

/// <summary>The certificates of a TLS listener, read again when their files have changed. For any listener that can ask for each handshake.</summary>
/// <remarks>
/// Any thread reads <see cref="Current"/>; one timer looks at the files, at what is in them and not at their times, so that links may change as well.
/// A change is taken once it has stayed for one look. What cannot be used is told once, and the certificates so far stay.
/// </remarks>
public sealed class CertificateSource : IDisposable
{
    /// <summary>How often the files are looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly CertificateFiles _files;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private volatile ServerCertificates _current;
    private string? _taken;
    private string? _seen;

    /// <summary>Reads the certificates, and watches them.</summary>
    /// <param name="files">Where they are.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when they have changed, and when they cannot be used.</param>
    /// <exception cref="CertificateException">They cannot be used.</exception>
    public CertificateSource(CertificateFiles files, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(time);
        _files = files;
        _logger = logger;
        _taken = _seen = Fingerprint();
        _current = Load(files);
        _timer = time.CreateTimer(static source => ((CertificateSource)source!).Look(), this, Interval, Interval);
    }

    /// <summary>The certificates of now.</summary>
    public ServerCertificates Current => _current;

    /// <summary>Looks at the files no more.</summary>
    public void Dispose() => _timer.Dispose();

    private static ServerCertificates Load(CertificateFiles files) => new(CertificateLoader.Load(files), CertificateLoader.LoadAuthorities(files));

    private void Look()
    {
        lock (_gate)
        {
            var now = Fingerprint();
            if (now == _taken || now != _seen)
            {
                // Nothing new; or still being written, perhaps.
                _seen = now;
                return;
            }

            _taken = now;
            try
            {
                _current = Load(_files);
                _logger.Reloaded(_files.Certificate, _current.Certificate.NotAfter);
            }
            catch (CertificateException exception)
            {
                _logger.Kept(exception.Message);
            }
        }
    }

    private string? Fingerprint()
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var path in _files.Paths)
            {
                hash.AppendData(File.ReadAllBytes(path));
                hash.AppendData([0]);
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
