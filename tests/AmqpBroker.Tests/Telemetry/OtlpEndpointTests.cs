using AmqpBroker.Telemetry;
using NUnit.Framework;

namespace AmqpBroker.Tests.Telemetry;

public sealed class OtlpEndpointTests
{
    [TestCase("http://collector:4318", "http://collector:4318/v1/traces")]
    [TestCase("http://collector:4318/", "http://collector:4318/v1/traces")]
    [TestCase("https://host/otlp", "https://host/otlp/v1/traces")]
    [TestCase("http://collector:4318/v1/metrics", "http://collector:4318/v1/traces")]
    [TestCase("http://collector:4318/v1/traces", "http://collector:4318/v1/traces")]
    public void Traces_have_a_path_of_their_own_over_HTTP(string configured, string expected) =>
        Assert.That(OtlpEndpoint.Of(new TelemetryOptions { Endpoint = configured }, "/v1/traces"), Is.EqualTo(new Uri(expected)));

    [Test]
    public void Over_gRPC_the_address_stays_as_it_is() =>
        Assert.That(
            OtlpEndpoint.Of(new TelemetryOptions { Endpoint = "http://collector:4317", Protocol = OtlpProtocol.Grpc }, "/v1/traces"),
            Is.EqualTo(new Uri("http://collector:4317")));
}
