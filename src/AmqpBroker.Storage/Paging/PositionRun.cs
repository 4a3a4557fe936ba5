namespace AmqpBroker.Storage.Paging;

/// <summary>Positions one behind the other.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest.</param>
public readonly record struct PositionRun(long First, long Last);
