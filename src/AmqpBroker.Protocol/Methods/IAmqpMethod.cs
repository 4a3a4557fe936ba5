using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// A method of AMQP 0-9-1 as a value: one type for each, named and ordered as in the specification. Reserved tickets
/// are read and dropped, and written as 0. Strings and tables that were never set are written as empty ones.
/// </summary>
/// <typeparam name="TSelf">The method itself.</typeparam>
public interface IAmqpMethod<TSelf>
    where TSelf : struct, IAmqpMethod<TSelf>
{
    /// <summary>Class and method id.</summary>
    static abstract MethodId Id { get; }

    /// <summary>Takes the fields off the front; use <see cref="MethodDecoder"/>, which also checks that nothing is left.</summary>
    /// <exception cref="ConnectionException">501: a short string is not UTF-8; 502: a broken table.</exception>
    static abstract TSelf Read(ref WireReader reader);

    /// <summary>Appends the fields, without the ids.</summary>
    /// <exception cref="ArgumentException">A short string exceeds 255 octets.</exception>
    void Write(ref WireWriter writer);
}
