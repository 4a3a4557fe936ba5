using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace AmqpBroker.Core.Listeners;

/// <summary>A port that clients can reach.</summary>
/// <param name="Protocol">What is spoken there, by RabbitMQ's name: <c>amqp</c>, <c>amqp/ssl</c>, <c>http</c>, <c>http/prometheus</c>.</param>
/// <param name="EndPoint">Where it is.</param>
public sealed record OpenListener(string Protocol, IPEndPoint EndPoint)
{
    /// <summary>Connections that may wait to be accepted; null for as many as the server takes.</summary>
    public int? Backlog { get; init; }

    /// <summary>The certificates shown there at this moment, the server's own first; none without TLS.</summary>
    public Func<IReadOnlyList<X509Certificate2>> Certificates { get; init; } = static () => [];
}
