namespace AmqpBroker.Protocol.Tests.Methods;

public sealed class MethodNameTests
{
    [TestCase(MethodId.QueueDeclare, "queue.declare")]
    [TestCase(MethodId.ExchangeUnbindOk, "exchange.unbind-ok")]
    [TestCase(MethodId.ConnectionUpdateSecretOk, "connection.update-secret-ok")]
    [TestCase(MethodId.BasicRecoverAsync, "basic.recover-async")]
    public void A_method_is_named_as_in_the_specification(MethodId id, string name) => Assert.That(id.ToName(), Is.EqualTo(name));
}
