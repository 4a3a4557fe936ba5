using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>Does something forbidden on a channel of its own and asserts how the broker closes that channel.</summary>
internal static class ClosingReason
{
    public static async Task OfAsync(
        Func<IChannel, Task> offence,
        int replyCode,
        string replyText,
        TestClient client,
        CancellationToken cancellationToken)
    {
        await using var channel = await client.OpenChannelAsync(cancellationToken);

        var closed = await Assert.ThrowsAsync<OperationInterruptedException>(() => offence(channel));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(closed.ShutdownReason!.ReplyCode, Is.EqualTo(replyCode));
            Assert.That(closed.ShutdownReason!.ReplyText, Is.EqualTo(replyText));
            Assert.That(channel.IsOpen, Is.False);
            Assert.That(client.Connection.IsOpen, "the connection goes on");
        }
    }

    /// <summary>For offences that the broker answers only by closing the channel: publish and acknowledge.</summary>
    public static async Task OfUnansweredAsync(
        Func<IChannel, Task> offence,
        int replyCode,
        string replyText,
        TestClient client,
        CancellationToken cancellationToken)
    {
        await using var channel = await client.OpenChannelAsync(cancellationToken);
        var shutdown = new TaskCompletionSource<(int Code, string Text)>(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            shutdown.TrySetResult((reason.ReplyCode, reason.ReplyText));
            return Task.CompletedTask;
        };

        await offence(channel);

        Assert.That(await shutdown.Task.WaitAsync(cancellationToken), Is.EqualTo((replyCode, replyText)));
        Assert.That(client.Connection.IsOpen, "the connection goes on");
    }
}
