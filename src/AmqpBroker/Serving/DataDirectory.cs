using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Serving;

/// <summary>Makes sure, before anything listens, that the data directory is there and can be written.</summary>
internal static class DataDirectory
{
    /// <returns>The full path.</returns>
    /// <exception cref="AmqpBrokerStartException">It cannot be created or written.</exception>
    public static string Prepare(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            using var probe = new FileStream(
                Path.Combine(full, $".probe-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AmqpBrokerStartException(
                $"cannot write the data directory {full}: {Reason(exception, full)}; give the broker access to it, or set Storage:DataDirectory",
                exception);
        }
    }

    private static string Reason(Exception exception, string path)
    {
        if (exception is UnauthorizedAccessException)
        {
            return "permission denied";
        }

        return File.Exists(path) ? "there is a file of this name" : exception.Message.TrimEnd('.');
    }
}
