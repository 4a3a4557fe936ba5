namespace AmqpBroker.Management.Api;

/// <summary>The segments of a request's path, decoded, as a feature of the request.</summary>
internal sealed record ApiSegments(string[] All);
