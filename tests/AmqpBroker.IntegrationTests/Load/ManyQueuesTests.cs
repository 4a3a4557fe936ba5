using System.Buffers;
using System.Text;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Load;

[NonParallelizable]
public sealed class ManyQueuesTests
{
    private const int Queues = 10_000;
    private const int Messages = 5;

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task Each_of_10_000_queues_bound_to_a_fanout_gets_every_message(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);
        var (exchange, prefix) = (Unique.Name("fanout"), Unique.Name("queue"));
        await client.CallAsync<ExchangeDeclare, ExchangeDeclareOk>(
            1, new ExchangeDeclare { Exchange = exchange, Type = "fanout", AutoDelete = true }, cancellationToken);
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, new ConfirmSelect(NoWait: false), cancellationToken);

        // All in one go; nobody waits for an answer before the last.
        var output = new ArrayBufferWriter<byte>();
        for (var number = 0; number < Queues; number++)
        {
            FrameWriter.WriteMethod(output, 1, new QueueDeclare { Queue = $"{prefix}.{number}", Exclusive = true, NoWait = true });
            FrameWriter.WriteMethod(output, 1, new QueueBind { Queue = $"{prefix}.{number}", Exchange = exchange, NoWait = true });
        }

        await client.SendAsync(output.WrittenMemory, cancellationToken);
        for (var number = 1; number <= Messages; number++)
        {
            await client.PublishAsync(1, new BasicPublish(exchange, "key", Mandatory: true, Immediate: false), Encoding.UTF8.GetBytes($"{number}"), cancellationToken);
        }

        var confirmed = 0UL;
        while (confirmed < Messages)
        {
            confirmed = (await client.ExpectAsync<BasicAck>(cancellationToken)).DeliveryTag;
        }

        Assert.That(await CountAsync(client, prefix, cancellationToken), Is.All.EqualTo(Messages));
    }

    private static async Task<uint[]> CountAsync(RawAmqpClient client, string prefix, CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>();
        for (var number = 0; number < Queues; number++)
        {
            FrameWriter.WriteMethod(output, 1, new QueueDeclare { Queue = $"{prefix}.{number}", Passive = true });
        }

        var sending = client.SendAsync(output.WrittenMemory, cancellationToken);
        var counts = new uint[Queues];
        for (var number = 0; number < Queues; number++)
        {
            counts[number] = (await client.ExpectAsync<QueueDeclareOk>(cancellationToken)).MessageCount;
        }

        await sending;
        return counts;
    }
}
