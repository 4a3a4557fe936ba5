namespace AmqpBroker.Tests.Control;

/// <summary>A request as it came.</summary>
internal sealed record ApiRequest(string Line, string Body, string Authorization, string Reason);
