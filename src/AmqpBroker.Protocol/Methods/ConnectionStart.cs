using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>connection.start, 10.10, server to client. The server offers its properties and ways to log in.</summary>
/// <param name="VersionMajor">Always 0.</param>
/// <param name="VersionMinor">Always 9.</param>
/// <param name="ServerProperties">What the server is and can do.</param>
/// <param name="Mechanisms">SASL mechanisms, separated by blanks, in UTF-8.</param>
/// <param name="Locales">Locales, separated by blanks; <c>en_US</c>.</param>
public readonly record struct ConnectionStart(
    byte VersionMajor,
    byte VersionMinor,
    FieldTable ServerProperties,
    string Mechanisms,
    string Locales) : IAmqpMethod<ConnectionStart>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionStart;

    /// <inheritdoc/>
    public static ConnectionStart Read(ref WireReader reader) => new(
        reader.ReadOctet(),
        reader.ReadOctet(),
        reader.ReadTable(),
        reader.ReadLongString(),
        reader.ReadLongString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteOctet(VersionMajor);
        writer.WriteOctet(VersionMinor);
        writer.WriteTable(ServerProperties);
        writer.WriteLongString(Mechanisms);
        writer.WriteLongString(Locales);
    }
}
