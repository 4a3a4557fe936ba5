using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Persistence;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Queues of a virtual host whose clock stands still until the test moves it.</summary>
internal sealed class TimedQueues
{
    private static readonly object User = new();
    private static readonly byte[] Route = [0, 1, (byte)'q'];

    public TimedQueues()
    {
        Services = new VirtualHostServices(Clock, logger: Log);
        Host = new VirtualHost("/", services: Services);
    }

    public FakeTimeProvider Clock { get; } = new();

    public RecordingLogger Log { get; } = new();

    public VirtualHostServices Services { get; }

    public VirtualHost Host { get; }

    public ClassicQueue Declare(string name, params FieldEntry[] arguments)
    {
        var declaration = new QueueDeclaration { Name = name, Arguments = FieldTable.Of(arguments) };
        return (ClassicQueue)Host.DeclareQueueAsync(declaration, User).AsTask().GetAwaiter().GetResult();
    }

    public ClassicQueue DeclareQuorum(string name, params FieldEntry[] arguments)
    {
        var declaration = new QueueDeclaration { Name = name, IsDurable = true, Arguments = FieldTable.Of([Argument("x-queue-type", "quorum"), .. arguments]) };
        return (ClassicQueue)Host.DeclareQueueAsync(declaration, User).AsTask().GetAwaiter().GetResult();
    }

    public bool Has(string name) => Host.FindQueue(name, User) is not null;

    /// <summary>Publishes a numbered message, with an empty content header, and has it handed out.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="number">The message's number.</param>
    /// <param name="expiration">How long it stays, in milliseconds; negative for ever.</param>
    /// <param name="priority">Its priority.</param>
    /// <param name="padding">Further bytes of its body.</param>
    /// <returns>What <see cref="Queue.Enqueue"/> gave.</returns>
    public long Publish(Queue queue, int number, long expiration = -1, byte priority = 0, int padding = 0)
    {
        var plain = Numbered.Message(number, padding);
        PublishedMessage message = new()
        {
            Header = ContentHeaders.Empty(plain.Body.Length),
            Body = plain.Body,
            ExpiresAfterMilliseconds = expiration,
            Priority = priority,
        };
        var position = queue.Enqueue(new MessageRun(Route, [message]), Clock.GetUtcNow().ToUnixTimeMilliseconds());
        queue.Dispatch();
        return position;
    }

    public static FieldEntry Argument(string name, int value) => new(name, FieldValue.From(value));

    public static FieldEntry Argument(string name, string value) => new(name, FieldValue.From(value));

    public static FieldEntry Argument(string name, bool value) => new(name, FieldValue.From(value));
}
