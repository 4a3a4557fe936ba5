using System.Text;

namespace AmqpBroker.Protocol;

/// <summary>The two halves of a <see cref="MethodId"/>.</summary>
public static class MethodIds
{
    /// <summary>The class id, for example 60 of basic.publish.</summary>
    public static ushort ClassId(this MethodId id) => (ushort)((uint)id >> 16);

    /// <summary>The method id within its class, for example 40 of basic.publish.</summary>
    public static ushort MethodNumber(this MethodId id) => (ushort)id;

    /// <summary>The name as the specification writes it, for example <c>exchange.bind-ok</c>.</summary>
    public static string ToName(this MethodId id)
    {
        var name = new StringBuilder();
        foreach (var letter in id.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append(name.ToString().Contains('.', StringComparison.Ordinal) ? '-' : '.');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>Joins the two numbers a method frame begins with.</summary>
    public static MethodId Join(ushort classId, ushort methodNumber) => (MethodId)(((uint)classId << 16) | methodNumber);
}
