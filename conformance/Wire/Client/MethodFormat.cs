namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>A method's number, and its fields in their order on the wire.</summary>
internal sealed record MethodFormat(string Name, ushort ClassId, ushort MethodId, (string Name, string Type)[] Fields);
