using AmqpBroker.Protocol;
using AmqpBroker.Server.Channels;

namespace AmqpBroker.Server.Connections;

/// <summary>A method whose handling has to wait, and with it everything its connection sends.</summary>
/// <param name="Handling">Ends when the method has been answered.</param>
/// <param name="Id">Which method it is, for the errors it may end with.</param>
/// <param name="Channel">The channel it came on; null for the connection's own.</param>
internal sealed record WaitingMethod(Task Handling, MethodId Id, AmqpChannel? Channel);
