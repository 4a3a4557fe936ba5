namespace AmqpBroker.TestKit;

/// <summary>The working tree that the running tests were built from.</summary>
public static class RepositoryRoot
{
    public static string FullName { get; } = Find();

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([FullName, .. parts]);

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "AmqpBroker.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"No AmqpBroker.sln above {AppContext.BaseDirectory}.");
    }
}
