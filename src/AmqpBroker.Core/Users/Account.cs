using System.Security.Cryptography;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Users;

/// <summary>A user from its making to its deletion. Published: what it is now is replaced as a whole.</summary>
internal sealed class Account(User user)
{
    private readonly DeletionSignal _deletion = new();
    private volatile User _user = user;
    private volatile Proof? _proof;

    /// <summary>What it is now.</summary>
    public User User
    {
        get => _user;
        set => _user = value;
    }

    /// <summary>Cancelled when the user is deleted.</summary>
    public CancellationToken Deleted => _deletion.Token;

    /// <summary>Compares with the password that was found right before, if the user has not changed since.</summary>
    /// <param name="tag">A keyed hash of the password.</param>
    /// <param name="isRight">Whether it is the same; any other is wrong.</param>
    /// <returns>False when none was found right yet.</returns>
    public bool TryProve(ReadOnlySpan<byte> tag, out bool isRight)
    {
        isRight = false;
        if (_proof is not { } proof || !ReferenceEquals(proof.User, _user))
        {
            return false;
        }

        isRight = CryptographicOperations.FixedTimeEquals(proof.Tag, tag);
        return true;
    }

    /// <summary>Notes that a password is right for what the user was when it was judged.</summary>
    public void Prove(User judged, byte[] tag) => _proof = new Proof(judged, tag);

    /// <summary>Ends everything that goes with the user.</summary>
    public void Delete() => _deletion.Give();

    private sealed record Proof(User User, byte[] Tag);
}
