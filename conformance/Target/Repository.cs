namespace AmqpBroker.ConformanceTests.Target;

/// <summary>The working tree that the running tests were built from.</summary>
internal static class Repository
{
    /// <summary>The full path of a file or folder above this assembly; null when there is none.</summary>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, path);
            if (Path.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
