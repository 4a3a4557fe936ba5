using System.Net;
using System.Security.Cryptography;

namespace AmqpBroker.Core.Users;

/// <summary>Judges logins, whatever interface they come by. Any thread.</summary>
/// <remarks>
/// A wrong password takes as long as an unknown user. One that was found right is remembered as a keyed hash until the user changes, so that
/// only the first login pays for a slow hash; failures are not remembered. Hashing takes half of the processors at most, and no thread waits.
/// </remarks>
public sealed class Authenticator : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly UserDirectory _users;
    private readonly AccessSettings _settings;
    private readonly TimeProvider _time;
    private readonly LoginThrottle _throttle;
    private long _hashed;

    internal Authenticator(UserDirectory users, AccessSettings settings, TimeProvider time)
    {
        _users = users;
        _settings = settings;
        _time = time;
        _throttle = new LoginThrottle(time);
    }

    /// <summary>Passwords that had to be hashed, since they were not known to be right.</summary>
    internal long Hashed => Interlocked.Read(ref _hashed);

    /// <summary>Judges a login with a password. After others have failed from the same place it takes longer, by a delay that grows.</summary>
    /// <param name="user">The name given.</param>
    /// <param name="password">The password given, UTF-8; not changed until this has completed.</param>
    /// <param name="address">Where the client connects from; null when unknown, which no user bound to this machine is allowed from.</param>
    /// <param name="cancellationToken">Ends the wait, when the client has gone.</param>
    public async ValueTask<LoginResult> AuthenticateAsync(
        string user, ReadOnlyMemory<byte> password, IPAddress? address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var hasTurn = !_throttle.IsFree(address, user);
        if (hasTurn && !await TryWaitForTurnAsync(user, address, cancellationToken))
        {
            return Refused(LoginOutcome.TooManyFailures);
        }

        var tag = HMACSHA256.HashData(_key, password.Span);
        var account = _users.FindAccount(user);
        if (account is not null && account.TryProve(tag, out var isRight))
        {
            if (isRight)
            {
                return Admit(account.User, address);
            }

            // Counted at once: whoever tries many at a time must not have them all looked at.
            _throttle.Fail(address, user);
            await SpendAsync(cancellationToken);
            return Refused(LoginOutcome.WrongCredentials);
        }

        while (true)
        {
            await _hashing.WaitAsync(cancellationToken);
            try
            {
                if (hasTurn || _throttle.IsFree(address, user))
                {
                    return Judge(user, account, password.Span, tag, address);
                }
            }
            finally
            {
                _hashing.Release();
            }

            // Others have failed while this one waited to be looked at: now it takes a turn as they do.
            hasTurn = true;
            if (!await TryWaitForTurnAsync(user, address, cancellationToken))
            {
                return Refused(LoginOutcome.TooManyFailures);
            }
        }
    }

    /// <summary>Judges a login of a client who has proven itself by other means than a password: by a certificate.</summary>
    /// <param name="user">The name proven.</param>
    /// <param name="address">Where the client connects from.</param>
    public LoginResult AuthenticateExternally(string user, IPAddress? address)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _users.Find(user) is { } known ? Admit(known, address) : new LoginResult(LoginOutcome.WrongCredentials, null);
    }

    /// <inheritdoc/>
    public void Dispose() => _hashing.Dispose();

    private static LoginResult Refused(LoginOutcome outcome) => new(outcome, null);

    private async ValueTask<bool> TryWaitForTurnAsync(string user, IPAddress? address, CancellationToken cancellationToken)
    {
        if (!_throttle.TryEnter(address, user, out var delay))
        {
            return false;
        }

        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, _time, cancellationToken);
        }

        return true;
    }

    private LoginResult Judge(string user, Account? account, ReadOnlySpan<byte> password, byte[] tag, IPAddress? address)
    {
        _ = Interlocked.Increment(ref _hashed);
        var spent = 0;
        if (account?.User is { } judged && PasswordAlgorithms.Matches(judged.Password, password, out spent))
        {
            account.Prove(judged, tag);
            return Admit(judged, address);
        }

        _throttle.Fail(address, user);
        PasswordAlgorithms.Spend(CostliestPassword() - spent);
        return Refused(LoginOutcome.WrongCredentials);
    }

    private async ValueTask SpendAsync(CancellationToken cancellationToken)
    {
        await _hashing.WaitAsync(cancellationToken);
        try
        {
            PasswordAlgorithms.Spend(CostliestPassword());
        }
        finally
        {
            _hashing.Release();
        }
    }

    private int CostliestPassword()
    {
        var own = _settings.Hashing == PasswordHashing.Pbkdf2 ? PasswordAlgorithms.Iterations : 0;
        return _users.List().Select(static user => PasswordAlgorithms.CostOf(user.Password)).Append(own).Max();
    }

    private LoginResult Admit(User user, IPAddress? address)
    {
        if (_settings.LoopbackUsers.Contains(user.Name) && (address is null || !IPAddress.IsLoopback(address)))
        {
            return Refused(LoginOutcome.OnlyFromLoopback);
        }

        _throttle.Succeed(address, user.Name);
        return new LoginResult(LoginOutcome.Accepted, user);
    }
}
