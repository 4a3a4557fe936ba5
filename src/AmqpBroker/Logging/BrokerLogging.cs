using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace AmqpBroker.Logging;

/// <summary>Sends the log to the console in the format and at the levels of the settings.</summary>
internal static class BrokerLogging
{
    public static void AddBrokerConsole(this ILoggingBuilder logging, LogSettings settings)
    {
        logging.Services.TryAddSingleton(TimeProvider.System);
        logging.Services.TryAddSingleton(Terminal.OfOutput);
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<JsonFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console => console.FormatterName = settings.Format == LogFormat.Json
            ? JsonFormatter.FormatterName
            : LineFormatter.FormatterName);

        foreach (var (category, level) in settings.Levels)
        {
            if (category.Equals("Default", StringComparison.OrdinalIgnoreCase))
            {
                logging.SetMinimumLevel(level);
            }
            else
            {
                logging.AddFilter(category, level);
            }
        }
    }
}
