namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A message on its way to a consumer, as a model sees it.</summary>
internal sealed record ModelDelivery(ModelConsumer Consumer, ModelMessage Message, bool IsRedelivered, int Failed);
