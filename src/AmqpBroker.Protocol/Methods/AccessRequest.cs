using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// access.request, 30.10, client to server. Asks for a ticket, a relic of 0-8 that some clients still send. The flags
/// read and write are named <c>ReadAccess</c> and <c>WriteAccess</c> here.
/// </summary>
/// <param name="Realm">Ignored.</param>
/// <param name="Exclusive">Ignored.</param>
/// <param name="Passive">Ignored.</param>
/// <param name="Active">Ignored.</param>
/// <param name="WriteAccess">Ignored.</param>
/// <param name="ReadAccess">Ignored.</param>
public readonly record struct AccessRequest(
    string Realm,
    bool Exclusive,
    bool Passive,
    bool Active,
    bool WriteAccess,
    bool ReadAccess) : IAmqpMethod<AccessRequest>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.AccessRequest;

    /// <inheritdoc/>
    public static AccessRequest Read(ref WireReader reader)
    {
        var realm = reader.ReadShortString();
        var bits = reader.ReadOctet();
        return new(realm, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShortString(Realm);
        writer.WriteBits(Exclusive, Passive, Active, WriteAccess, ReadAccess);
    }
}
