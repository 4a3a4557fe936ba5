using System.Net;
using System.Text;
using AmqpBroker.Core.Users;

namespace AmqpBroker.Core.Tests.Users;

public sealed class UserDirectoryTests
{
    [TestCase("guest", "guest", "127.0.0.1", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "127.1.2.3", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "::1", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "::ffff:127.0.0.1", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "192.0.2.1", ExpectedResult = LoginOutcome.OnlyFromLoopback)]
    [TestCase("guest", "guest", null, ExpectedResult = LoginOutcome.OnlyFromLoopback)]
    [TestCase("guest", "Guest", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("guest", "guest ", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("guest", "", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("Guest", "guest", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("", "", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("other", "guest", "192.0.2.1", ExpectedResult = LoginOutcome.WrongCredentials, Description = "a stranger learns nothing of the rule")]
    public LoginOutcome A_login_is_judged(string user, string password, string? address) => new UserDirectory().Login(
        user, Encoding.UTF8.GetBytes(password), address is null ? null : IPAddress.Parse(address));
}
