namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>What a close method must say.</summary>
/// <param name="Code">The reply code.</param>
/// <param name="Text">The whole reply text, name included.</param>
/// <param name="Class">The class of the failing method; 0 when there was none.</param>
/// <param name="Method">The failing method within its class; 0 when there was none.</param>
public sealed record Closing(int Code, string Text, ushort Class = 0, ushort Method = 0);
