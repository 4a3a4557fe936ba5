namespace AmqpBroker.IntegrationTests.Support;

/// <summary>Names that no other test uses: all tests share one broker and its default vhost.</summary>
internal static class Unique
{
    public static string Name(string what) => $"test.{what}.{Guid.NewGuid():N}";
}
