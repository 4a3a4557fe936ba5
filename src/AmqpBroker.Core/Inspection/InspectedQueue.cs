namespace AmqpBroker.Core.Inspection;

/// <summary>A durable queue, and the persistent messages that a broker would find in it.</summary>
/// <param name="VirtualHost">Its virtual host.</param>
/// <param name="Name">Its name.</param>
/// <param name="Messages">Its messages, delivered ones included.</param>
/// <param name="Bytes">Their bytes, properties and bodies.</param>
public sealed record InspectedQueue(string VirtualHost, string Name, long Messages, long Bytes);
