namespace AmqpBroker.Server.Tests.Harness;

/// <summary>What a client does in a test case.</summary>
public sealed class Sending
{
    private readonly Action<TestClient> _send;

    internal Sending(Action<TestClient> send) => _send = send;

    internal void By(TestClient client) => _send(client);
}
