using AmqpBroker.Core.Certificates;
using AmqpBroker.Core.Tests.Persistence;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Certificates;

public sealed class CertificateSourceTests
{
    private readonly TempDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly RecordingLogger _log = new();
    private string _path = ""; // set before each test

    [SetUp]
    public void SetUp()
    {
        _path = _directory.File("server.pem");
        Write("CN=first");
    }

    [TearDown]
    public void TearDown() => _directory.Dispose();

    [Test]
    public void A_changed_file_is_read_again_once_it_has_stayed_so()
    {
        using var source = Open();
        Write("CN=second");
        Look();
        var atOnce = source.Current.Certificate.Subject;
        Look();

        Assert.That((atOnce, source.Current.Certificate.Subject), Is.EqualTo(("CN=first", "CN=second")));
    }

    [Test]
    public void A_file_that_is_no_certificate_is_told_once_and_the_one_before_stays()
    {
        using var source = Open();
        File.WriteAllText(_path, "-----BEGIN nothing");
        Enumerable.Range(0, 5).ToList().ForEach(_ => Look());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.Current.Certificate.Subject, Is.EqualTo("CN=first"));
            Assert.That(_log.Errors, Has.Count.EqualTo(1));
            Assert.That(_log.Errors[0], Does.Contain(_path));
        }
    }

    [Test]
    public void After_a_bad_file_a_good_one_is_taken()
    {
        using var source = Open();
        File.Delete(_path);
        Look();
        Look();
        Write("CN=second");
        Look();
        Look();

        Assert.That(source.Current.Certificate.Subject, Is.EqualTo("CN=second"));
    }

    [Test]
    public void A_link_that_leads_elsewhere_now_is_followed()
    {
        var (one, other, link) = (_directory.File("one.pem"), _directory.File("other.pem"), _directory.File("link.pem"));
        using var first = TestCertificate.SelfSigned("CN=one");
        using var second = TestCertificate.SelfSigned("CN=other");
        TestCertificate.Write(one, first);
        TestCertificate.Write(other, second);
        File.CreateSymbolicLink(link, one);
        _path = link;
        using var source = Open();

        File.Delete(link);
        File.CreateSymbolicLink(link, other);
        Look();
        Look();

        Assert.That(source.Current.Certificate.Subject, Is.EqualTo("CN=other"));
    }

    [Test]
    public void A_file_that_is_not_there_refuses_the_start()
    {
        File.Delete(_path);

        Assert.That(() => Open(), Throws.InstanceOf<CertificateException>().With.Message.Contains("there is no such file"));
    }

    [Test]
    public void A_client_is_trusted_by_the_authorities_alone_and_only_as_a_client()
    {
        using var authority = TestCertificate.Authority("CN=authority");
        using var stranger = TestCertificate.Authority("CN=stranger");
        var authorities = _directory.File("authorities.pem");
        File.WriteAllText(authorities, authority.ExportCertificatePem());
        using var source = new CertificateSource(new CertificateFiles("Amqp", _path, Authorities: authorities), _clock, _log);
        using var client = TestCertificate.SignedBy(authority, "CN=client");
        using var other = TestCertificate.SignedBy(stranger, "CN=client");
        using var server = TestCertificate.SignedBy(authority, "CN=client", TestCertificate.Servers);
        using var self = TestCertificate.SelfSigned("CN=client");

        Assert.That(
            (Trusts(source, client), Trusts(source, other), Trusts(source, server), Trusts(source, self)),
            Is.EqualTo((true, false, false, false)));
    }

    private static bool Trusts(CertificateSource source, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) =>
        source.Current.IsTrusted(certificate, sent: null);

    private CertificateSource Open() => new(new CertificateFiles("Amqp", _path), _clock, _log);

    private void Look() => _clock.Advance(CertificateSource.Interval);

    private void Write(string subject)
    {
        using var certificate = TestCertificate.SelfSigned(subject);
        TestCertificate.Write(_path, certificate);
    }
}
