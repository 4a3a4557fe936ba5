using System.Reflection;

namespace AmqpBroker.Serving;

/// <summary>The version of this build, without the revision that the compiler appends to it.</summary>
internal static class ProductVersion
{
    public static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
        .InformationalVersion
        .Split('+')[0] ?? "unknown";
}
