using System.Net;

namespace AmqpBroker.Core.Nodes;

/// <summary>A port at which clients may connect.</summary>
/// <param name="Protocol">As RabbitMQ names it: <c>amqp</c>, <c>amqp/ssl</c>, <c>http</c>, <c>http/prometheus</c>.</param>
/// <param name="EndPoint">Address and port.</param>
/// <param name="Backlog">Connections that may wait to be accepted.</param>
public sealed record NodeListener(string Protocol, IPEndPoint EndPoint, int Backlog);
