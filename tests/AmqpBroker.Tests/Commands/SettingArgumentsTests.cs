using AmqpBroker.Commands;
using NUnit.Framework;

namespace AmqpBroker.Tests.Commands;

public sealed class SettingArgumentsTests
{
    [Test]
    public void A_setting_is_given_with_an_equals_sign_or_as_two_arguments()
    {
        var split = SettingArguments.Split(["serve", "--Amqp:Port=5673", "--Storage:DataDirectory", "/srv/a=b"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(split.Settings, Is.EqualTo(new KeyValuePair<string, string?>[] { new("Amqp:Port", "5673"), new("Storage:DataDirectory", "/srv/a=b") }));
            Assert.That(split.Others, Is.EqualTo(new[] { "serve" }));
        }
    }

    [Test]
    public void A_negative_number_is_a_value()
        => Assert.That(SettingArguments.Split(["--Amqp:Port", "-1"]).Settings, Is.EqualTo(new KeyValuePair<string, string?>[] { new("Amqp:Port", "-1") }));

    [Test]
    public void An_empty_value_is_a_value()
        => Assert.That(SettingArguments.Split(["--Amqp:Certificate="]).Settings, Is.EqualTo(new KeyValuePair<string, string?>[] { new("Amqp:Certificate", "") }));

    [TestCase("--Amqp:Port")]
    [TestCase("--Amqp:Port --Amqp:FrameMax=4096")]
    public void A_missing_value_is_noticed(string line)
        => Assert.That(SettingArguments.Split(line.Split(' ')).WithoutValue, Is.EqualTo(new[] { "--Amqp:Port" }));

    [TestCase("--uri=amqp://guest:guest@127.0.0.1:5672/")]
    [TestCase("--help")]
    [TestCase("amqp://a:b@c")]
    public void Anything_else_is_left_alone(string argument)
    {
        var split = SettingArguments.Split([argument]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(split.Settings, Is.Empty);
            Assert.That(split.Others, Is.EqualTo(new[] { argument }));
        }
    }
}
