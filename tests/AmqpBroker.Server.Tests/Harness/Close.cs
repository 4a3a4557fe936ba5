namespace AmqpBroker.Server.Tests.Harness;

/// <summary>What channel.close or connection.close says, in a form that compares and shows well.</summary>
/// <param name="Level">Ch for the channel's, Co for the connection's.</param>
/// <param name="Code">The reply code.</param>
/// <param name="Text">The whole reply text.</param>
/// <param name="Method">Class and method id, 0.0 for none.</param>
internal sealed record Close(string Level, int Code, string Text, string Method);
