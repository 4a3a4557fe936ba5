using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using AmqpBroker.Core.Certificates;

namespace AmqpBroker.Core.Tests.Certificates;

public sealed class CertificateNamesTests
{
    [TestCase("CN=client", CertificateName.DistinguishedName, ExpectedResult = "CN=client")]
    [TestCase("CN=client,OU=Sales,O=Company,C=DE", CertificateName.DistinguishedName, ExpectedResult = "CN=client,OU=Sales,O=Company,C=DE")]
    [TestCase("CN=\"a,b\",O=Company", CertificateName.DistinguishedName, ExpectedResult = @"CN=a\,b,O=Company")]
    [TestCase("CN=client,O=Company", CertificateName.CommonName, ExpectedResult = "client")]
    [TestCase("O=Company", CertificateName.CommonName, ExpectedResult = null)]
    [TestCase("CN=client", CertificateName.SubjectAlternativeName, ExpectedResult = null)]
    public string? A_name_is_found_in_the_subject(string subject, CertificateName from)
    {
        using var certificate = TestCertificate.SelfSigned(subject);

        return CertificateNames.Find(certificate, from);
    }

    [TestCase(CertificateName.DistinguishedName)]
    [TestCase(CertificateName.CommonName)]
    public void A_subject_whose_parts_have_several_values_names_nobody(CertificateName from)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSetOf())
        {
            WriteValue(writer, "2.5.4.3", "client");
            WriteValue(writer, "2.5.4.10", "Company");
        }

        using var certificate = TestCertificate.SelfSigned(new X500DistinguishedName(writer.Encode()));

        Assert.That(CertificateNames.Find(certificate, from), Is.Null);
    }

    [Test]
    public void The_first_of_the_alternative_names_counts()
    {
        using var certificate = TestCertificate.SelfSigned("CN=client", null, "one.example", "other.example");

        Assert.That(CertificateNames.Find(certificate, CertificateName.SubjectAlternativeName), Is.EqualTo("one.example"));
    }

    private static void WriteValue(AsnWriter writer, string oid, string value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
        }
    }
}
