using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Routing;

namespace AmqpBroker.Server.Channels;

/// <summary>A message that waits for its transaction's commit; the memory is its own.</summary>
/// <param name="Route">Where it goes.</param>
/// <param name="IsMandatory">Whether it comes back when nobody gets it.</param>
/// <param name="Message">The message.</param>
internal readonly record struct HeldPublish(Route Route, bool IsMandatory, PublishedMessage Message);
