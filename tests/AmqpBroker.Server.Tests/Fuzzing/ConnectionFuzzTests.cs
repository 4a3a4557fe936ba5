using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;
using Property = AmqpBroker.Protocol.Tests.Property;

namespace AmqpBroker.Server.Tests.Fuzzing;

/// <summary>
/// Whatever a client sends, its connection is closed or dropped in good order: frames until the end, no error in the
/// log, and a broker that serves the next one.
/// </summary>
public sealed class ConnectionFuzzTests
{
    [Test]
    public void Noise_before_the_handshake() => Property.Holds(Pieces(Streams.Noise), input => Survives(input, isOpen: false));

    [Test]
    public void Mutated_handshakes_and_conversations() => Property.Holds(
        Pieces(Streams.Mutated(Streams.WithHandshake)), input => Survives(input, isOpen: false), runs: 600);

    [Test]
    public void Noise_after_the_handshake() => Property.Holds(Pieces(Streams.Noise), input => Survives(input, isOpen: true));

    [Test]
    public void Frames_of_anything() => Property.Holds(Pieces(Streams.Frames), input => Survives(input, isOpen: true), runs: 600);

    [Test]
    public void Conversations_in_any_order() => Property.Holds(
        Pieces(Streams.Conversation), input => Survives(input, isOpen: true), runs: 600);

    [Test]
    public void Mutated_conversations() => Property.Holds(
        Pieces(Streams.Mutated(Streams.Conversation)), input => Survives(input, isOpen: true), runs: 600);

    private static Gen<(byte[] Octets, int Piece)> Pieces(Gen<byte[]> octets) =>
        octets.Zip(Gen.Frequency((2, Gen.Constant(int.MaxValue)), (1, Gen.Choose(2, 50))));

    private static void Survives((byte[] Octets, int Piece) input, bool isOpen) =>
        SurvivesAsync(input.Octets, input.Piece, isOpen).WaitAsync(TestClient.Deadline).GetAwaiter().GetResult();

    private static async Task SurvivesAsync(byte[] octets, int piece, bool isOpen)
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect(unreadLimit: piece == int.MaxValue ? 1024 * 1024 : BrokerUnderTest.InStep);
        if (isOpen)
        {
            await client.LogInAsync(new Login());
        }

        for (var start = 0; start < octets.Length; start += piece)
        {
            await client.Write(octets.AsSpan(start, Math.Min(piece, octets.Length - start))).FlushAsync();
            if (piece == int.MaxValue)
            {
                break;
            }
        }

        await client.EndAsync();
        await client.ReadToEndAsync();

        // What the client held was given back: exclusive queues are gone, and the others can be used.
        var next = await broker.OpenAsync();
        await next.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "another", Exclusive = true });
        await next.ConsumeAsync("another", "c");
        next.Publish(1, "", "another", "m"u8);
        Assert.That(await next.DeliveryAsync(), Is.EqualTo((1UL, "m", false)));
    }
}
