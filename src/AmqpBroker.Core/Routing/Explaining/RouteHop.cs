using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Routing.Explaining;

/// <summary>A step of a message from an exchange to a queue or the next exchange.</summary>
/// <param name="Kind">Why it goes that way.</param>
/// <param name="Source">The exchange it comes from.</param>
/// <param name="Binding">The binding that matches; null when none is needed.</param>
/// <param name="Queue">Where it goes; null when it goes to an exchange.</param>
/// <param name="Exchange">Where it goes; null when it goes to a queue.</param>
public sealed record RouteHop(RouteHopKind Kind, Exchange Source, Binding? Binding, Queue? Queue, Exchange? Exchange);
