using AmqpBroker.Core.Parameters;

namespace AmqpBroker.Core.Metadata;

/// <summary>A parameter was set, in the place of one of its name if there was one.</summary>
/// <param name="Parameter">The parameter.</param>
public sealed record ParameterSet(Parameter Parameter) : MetadataCommand(Parameter.VirtualHost);
