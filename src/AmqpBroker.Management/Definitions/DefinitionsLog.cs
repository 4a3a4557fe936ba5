using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Definitions;

/// <summary>What is logged of definitions; event ids 5100 to 5199.</summary>
internal static partial class DefinitionsLog
{
    [LoggerMessage(5101, LogLevel.Information, "Imported the definitions {Path}")]
    public static partial void Imported(this ILogger logger, string path);

    [LoggerMessage(5102, LogLevel.Warning, "Left out {Count} bindings of the definitions {Path}: an end of theirs is not there")]
    public static partial void BindingsLeftOut(this ILogger logger, int count, string path);
}
