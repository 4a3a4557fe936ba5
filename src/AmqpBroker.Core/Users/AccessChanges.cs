using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.Users;

/// <summary>Takes changes of users, permissions and virtual hosts from the decision to their effect, one after the other: they rest on each other.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="apply">Carries out what is durable.</param>
internal sealed class AccessChanges(IMetadataStore store, Action<MetadataCommand> apply) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Brings about a change.</summary>
    /// <param name="decide">What is to be made durable; null for nothing. Nothing that it looks at changes until that is done.</param>
    /// <returns>Whether there was something to do.</returns>
    public ValueTask<bool> ExecuteAsync(Func<MetadataCommand?> decide) => ExecuteAsync(() => ValueTask.FromResult(decide()));

    /// <inheritdoc cref="ExecuteAsync(Func{MetadataCommand})"/>
    public async ValueTask<bool> ExecuteAsync(Func<ValueTask<MetadataCommand?>> decide)
    {
        await _turn.WaitAsync();
        try
        {
            if (await decide() is not { } command)
            {
                return false;
            }

            await store.CommitAsync(command);
            apply(command);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
