namespace AmqpBroker.Protocol.Fields;

/// <summary>One name and value of a <see cref="FieldTable"/>.</summary>
/// <param name="Name">
/// At most 255 UTF-8 octets. An octet that is not UTF-8 appears as the lone surrogate U+DC00 + octet and is written
/// as the octet again.
/// </param>
/// <param name="Value">The value with its type.</param>
public readonly record struct FieldEntry(string Name, FieldValue Value);
