using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client.Events;

namespace AmqpBroker.IntegrationTests.Connections;

[OwnBroker(OwnBrokerAttribute.NeedsProcess)]
public sealed class ShutdownTests
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(5);

    [Test]
    [NonParallelizable]
    [CancelAfter(Deadline.Normal)]
    public async Task A_stopping_broker_says_goodbye_and_ends_soon(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using var client = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var goodbye = new TaskCompletionSource<ShutdownEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Connection.ConnectionShutdownAsync += (_, reason) =>
        {
            goodbye.TrySetResult(reason);
            return Task.CompletedTask;
        };

        var took = await broker.StopAsync(cancellationToken);

        var reason = await goodbye.Task.WaitAsync(cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reason.ReplyCode, Is.EqualTo(320));
            Assert.That(reason.ReplyText, Is.EqualTo("CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'"));
            Assert.That(broker.ExitCode, Is.Zero, broker.Output);
            Assert.That(took, Is.LessThan(Allowed), broker.Output);
        }
    }

    [Test]
    [NonParallelizable]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_that_does_not_answer_does_not_hold_the_broker_up(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using var deaf = await TestKit.Wire.RawAmqpClient.ConnectAsync(
            broker.Endpoint, TestKit.Wire.HandshakeStage.Open, cancellationToken);

        var took = await broker.StopAsync(cancellationToken);

        Assert.That(took, Is.LessThan(Allowed), broker.Output);
    }
}
