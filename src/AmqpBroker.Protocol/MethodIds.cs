namespace AmqpBroker.Protocol;

/// <summary>The two halves of a <see cref="MethodId"/>.</summary>
public static class MethodIds
{
    /// <summary>The class id, for example 60 of basic.publish.</summary>
    public static ushort ClassId(this MethodId id) => (ushort)((uint)id >> 16);

    /// <summary>The method id within its class, for example 40 of basic.publish.</summary>
    public static ushort MethodNumber(this MethodId id) => (ushort)id;

    /// <summary>Joins the two numbers a method frame begins with.</summary>
    public static MethodId Join(ushort classId, ushort methodNumber) => (MethodId)(((uint)classId << 16) | methodNumber);
}
