using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace AmqpBroker.Core.Users;

/// <summary>Who may log in, and from where: for now the one user that every RabbitMQ starts with.</summary>
public sealed class UserDirectory
{
    private readonly string _user = "guest";

    private readonly byte[] _password = "guest"u8.ToArray();

    /// <summary>Judges a login.</summary>
    /// <param name="user">The name given.</param>
    /// <param name="password">The password given, UTF-8.</param>
    /// <param name="address">Where the client connects from; null when unknown, which no user is allowed from.</param>
    public LoginOutcome Login(string user, ReadOnlySpan<byte> password, IPAddress? address)
    {
        ArgumentNullException.ThrowIfNull(user);

        // Compared in full whatever differs first, so that the time taken tells nothing.
        var isUser = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(user), Encoding.UTF8.GetBytes(_user));
        var isPassword = CryptographicOperations.FixedTimeEquals(password, _password);
        if (!(isUser & isPassword))
        {
            return LoginOutcome.WrongCredentials;
        }

        return address is not null && IPAddress.IsLoopback(address) ? LoginOutcome.Accepted : LoginOutcome.OnlyFromLoopback;
    }
}
