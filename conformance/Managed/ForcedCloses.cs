using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Managed;

/// <summary>Connections that an operator ends.</summary>
public sealed class ForcedCloses : ManagedRules
{
    [TestCase(null, "Closed via management plugin")]
    [TestCase("maintenance", "maintenance")]
    public async Task Of_a_connection_tell_the_reason(string? reason, string text)
    {
        await using var connection = await ConnectAsync(Broker.Uri.User, Broker.Uri.Password, Name);
        var shutdown = new TaskCompletionSource<(int Code, string Text)>(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, close) =>
        {
            shutdown.TrySetResult((close.ReplyCode, close.ReplyText));
            return Task.CompletedTask;
        };

        await Api.DeleteAsync($"connections/{await FindConnectionAsync()}", reason);

        Assert.That(await shutdown.Task.WaitAsync(Patience), Is.EqualTo((320, $"CONNECTION_FORCED - {text}")));
    }

    [Test]
    public async Task Of_a_deleted_user_tell_so()
    {
        await AddUserAsync();
        await PermitAsync(".*", ".*", ".*");
        await using var connection = await ConnectAsync(Name, Name);

        // The client does not wait for open-ok, but for this.
        await using var channel = await connection.CreateChannelAsync();
        var shutdown = new TaskCompletionSource<(int Code, string Text)>(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, close) =>
        {
            shutdown.TrySetResult((close.ReplyCode, close.ReplyText));
            return Task.CompletedTask;
        };

        await Api.DeleteAsync($"users/{Name}");

        Assert.That(await shutdown.Task.WaitAsync(Patience), Is.EqualTo((320, $"CONNECTION_FORCED - user '{Name}' is deleted")));
    }

    /// <summary>The broker's name for the connection that the client gave the test's name.</summary>
    private async Task<string> FindConnectionAsync()
    {
        var found = string.Empty;
        await EventuallyAsync(
            async () =>
            {
                if (await Api.TryGetAsync($"connections") is not { } connections)
                {
                    return false;
                }

                foreach (var connection in connections.EnumerateArray())
                {
                    if (connection.TryGetProperty("user_provided_name", out var name) && name.GetString() == Name)
                    {
                        found = connection.GetProperty("name").GetString()!;
                        return true;
                    }
                }

                return false;
            },
            "the connection is listed");
        return found;
    }
}
