using System.Security.Cryptography;
using System.Text;
using AmqpBroker.Core.Users;

namespace AmqpBroker.Management.Access;

/// <summary>Who has logged in with a browser: what their cookies stand for. Any thread. Guarded by one short lock.</summary>
/// <remarks>A session ends some time after its last use, when its user changes or is deleted, and with the process. Tokens are kept as hashes.</remarks>
/// <param name="users">Who there is.</param>
/// <param name="time">The clock.</param>
/// <param name="idleTime">How long a session outlives its last use.</param>
internal sealed class Sessions(UserDirectory users, TimeProvider time, TimeSpan idleTime)
{
    /// <summary>Sessions at once; with one more the one that has not been used for longest ends.</summary>
    private const int Most = 1000;

    private const int TokenBytes = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session of a user who has just proved to be it, and gives the token that stands for it.</summary>
    public string Begin(User user)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_sessions.Count >= Most)
            {
                _sessions.Remove(_sessions.MinBy(static session => session.Value.LastUse).Key);
            }

            _sessions[KeyOf(token)] = new Session(user, now);
        }

        return token;
    }

    /// <summary>Whose session a token stands for; null for nobody's.</summary>
    public User? Find(string token)
    {
        var (key, now) = (KeyOf(token), time.GetUtcNow());
        lock (_lock)
        {
            if (!_sessions.TryGetValue(key, out var session))
            {
                return null;
            }

            if (now - session.LastUse > idleTime || users.Find(session.User.Name) is not { } user || user.Password != session.User.Password)
            {
                _sessions.Remove(key);
                return null;
            }

            // With the tags it has by now.
            _sessions[key] = new Session(session.User, now);
            return user;
        }
    }

    /// <summary>Ends a session, if there is one.</summary>
    public void End(string token)
    {
        var key = KeyOf(token);
        lock (_lock)
        {
            _sessions.Remove(key);
        }
    }

    private static string KeyOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private readonly record struct Session(User User, DateTimeOffset LastUse);
}
