using System.Buffers.Binary;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Messages whose body is a number, so that a test can tell them apart.</summary>
internal static class Numbered
{
    public const long Now = 1_000_000;

    // Exchange "" and routing key "q".
    public static readonly byte[] Route = [0, 1, (byte)'q'];

    public static PublishedMessage Message(int number, int padding = 0, long expiration = -1, byte priority = 0)
    {
        var body = new byte[sizeof(int) + padding];
        BinaryPrimitives.WriteInt32LittleEndian(body, number);
        return new PublishedMessage { Header = new byte[14], Body = body, ExpiresAfterMilliseconds = expiration, Priority = priority };
    }

    /// <summary>Enqueues messages in one run, without dispatching.</summary>
    public static void Enqueue(this Queue queue, params IEnumerable<int> numbers)
    {
        PublishedMessage[] messages = [.. numbers.Select(number => Message(number))];
        queue.Enqueue(new MessageRun(Route, messages), Now);
    }

    public static void Publish(this Queue queue, params IEnumerable<int> numbers)
    {
        queue.Enqueue(numbers);
        queue.Dispatch();
    }

    public static int NumberOf(in RecordRef record) =>
        BinaryPrimitives.ReadInt32LittleEndian(new MessageRecord(record.Bytes).Body);

    /// <summary>Takes every ready message by basic.get; a redelivered one is marked by its sign.</summary>
    public static List<int> GetAll(this Queue queue)
    {
        var numbers = new List<int>();
        while (queue.TryGet(out var message))
        {
            var number = NumberOf(message.Record);
            numbers.Add(message.IsRedelivered ? -number : number);
        }

        return numbers;
    }
}
