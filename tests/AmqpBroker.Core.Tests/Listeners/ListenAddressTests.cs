using AmqpBroker.Core.Listeners;

namespace AmqpBroker.Core.Tests.Listeners;

public sealed class ListenAddressTests
{
    [TestCase("*", true, "::")]
    [TestCase("*", false, "0.0.0.0")]
    [TestCase("localhost", true, "127.0.0.1,::1")]
    [TestCase("localhost", false, "127.0.0.1")]
    [TestCase("192.0.2.1", true, "192.0.2.1")]
    [TestCase("2001:db8::1", false, "2001:db8::1")]
    public void An_address_is_read_for_what_the_machine_has(string text, bool hasIPv6, string expected)
    {
        var isRead = ListenAddress.TryResolve(text, hasIPv6, out var addresses);

        Assert.That((isRead, string.Join(',', addresses)), Is.EqualTo((true, expected)));
        Assert.That(ListenAddress.IsValid(text));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("broker.example")]
    [TestCase("127.0.0.1:5672")]
    public void What_is_no_address_is_not_valid(string? text)
    {
        Assert.That(ListenAddress.TryResolve(text, hasIPv6: true, out var addresses), Is.False);

        Assert.That(addresses, Is.Empty);
        Assert.That(ListenAddress.IsValid(text), Is.False);
    }
}
