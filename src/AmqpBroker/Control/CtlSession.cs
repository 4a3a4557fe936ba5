using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control;

/// <summary>What a command works with: the broker, and where its words go.</summary>
internal sealed record CtlSession(ApiClient Api, CtlOutput Output);
