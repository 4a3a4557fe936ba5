using System.Reflection;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Methods;

/// <summary>One of the methods, whichever: makes arbitrary ones, encodes and decodes them.</summary>
public abstract class MethodUnderTest
{
    public static IReadOnlyList<MethodUnderTest> All { get; } = [.. typeof(IAmqpMethod<>).Assembly.GetTypes()
        .Where(type => type.IsValueType && type.GetInterfaces().Any(IsMethodInterface))
        .Select(type => (MethodUnderTest)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!)];

    public abstract MethodId Id { get; }

    public abstract Gen<object> Arbitrary();

    public abstract byte[] Encode(object method);

    public abstract object Decode(byte[] payload);

    public override string ToString() => Id.ToString();

    private static bool IsMethodInterface(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAmqpMethod<>);

    private static Gen<object> Field(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(bool) => Generate.Bit.Select(value => (object)value),
        var type when type == typeof(byte) => Generate.Octet.Select(value => (object)value),
        var type when type == typeof(ushort) => Generate.LongLong.Select(value => (object)(ushort)value),
        var type when type == typeof(uint) => Generate.LongLong.Select(value => (object)(uint)value),
        var type when type == typeof(ulong) => Generate.LongLong.Select(value => (object)value),
        var type when type == typeof(ReplyCode) => Generate.LongLong.Select(value => (object)(ReplyCode)value),
        var type when type == typeof(string) => Generate.ShortString.Select(value => (object)value),
        var type when type == typeof(FieldTable) => Generate.Table.Select(value => (object)value),
        var type when type == typeof(ReadOnlyMemory<byte>) =>
            Generate.Block.Select(value => (object)new ReadOnlyMemory<byte>(value)),
        var type => throw new NotSupportedException($"no generator for {type}"),
    };

    private sealed class Of<T> : MethodUnderTest
        where T : struct, IAmqpMethod<T>
    {
        private static readonly ConstructorInfo Constructor = typeof(T).GetConstructors().FirstOrDefault()!;

        public override MethodId Id => T.Id;

        public override Gen<object> Arbitrary() => Constructor is null
            ? Gen.Constant((object)default(T))
            : Gen.CollectToArray(Constructor.GetParameters(), Field).Select(Constructor.Invoke);

        public override byte[] Encode(object method) => Octets.Payload((T)method);

        public override object Decode(byte[] payload) => MethodDecoder.Decode<T>(payload);
    }
}
