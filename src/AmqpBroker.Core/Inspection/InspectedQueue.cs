namespace AmqpBroker.Core.Inspection;

/// <summary>A durable queue, and the persistent messages that a broker would find in it.</summary>
/// <param name="VirtualHost">Its virtual host.</param>
/// <param name="Name">Its name.</param>
/// <param name="Messages">Its messages, delivered ones included.</param>
/// <param name="Bytes">Their bytes, properties and bodies.</param>
/// <param name="Returned">How many of them consumers gave back, on a queue with a delivery limit.</param>
public sealed record InspectedQueue(string VirtualHost, string Name, long Messages, long Bytes, long Returned = 0);
