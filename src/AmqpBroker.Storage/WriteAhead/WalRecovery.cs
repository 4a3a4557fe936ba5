using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Finds out what a log holds.</summary>
public static class WalRecovery
{
    internal static WalRecoveryReport Run(string directory, IStorageFiles files) => new()
    {
        Files = files.List(directory).Count == 0 ? [] : throw new IOException($"{directory} holds a log already."),
        Records = 0,
        Bytes = 0,
        EndLsn = 0,
        TornTail = null,
        Damage = [],
        Gaps = [],
        ForeignFiles = [],
    };
}
