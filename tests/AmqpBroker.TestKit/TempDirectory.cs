namespace AmqpBroker.TestKit;

/// <summary>A directory of its own, deleted with everything in it when disposed.</summary>
public sealed class TempDirectory : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("amqpbroker-test-").FullName;

    public string File(string name) => Path.Combine(FullName, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullName, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Disposed twice, or the test deleted it itself.
        }
    }
}
