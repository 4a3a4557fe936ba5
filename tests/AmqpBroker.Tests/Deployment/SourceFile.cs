using NUnit.Framework;

namespace AmqpBroker.Tests.Deployment;

/// <summary>Finds files of the repository.</summary>
internal static class SourceFile
{
    public static string Path(params ReadOnlySpan<string> path)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "AmqpBroker.sln")))
        {
            directory = directory.Parent;
        }

        Assert.That(directory, Is.Not.Null, "the tests run inside the source tree");
        return System.IO.Path.Combine([directory!.FullName, .. path]); // not null: asserted above
    }
}
