namespace AmqpBroker.Commands;

/// <summary>Tells the operator what went wrong, one line each on the error output.</summary>
internal static class ErrorOutput
{
    public static void Write(string line) => Console.Error.WriteLine("amqpbroker: " + line);

    public static void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Write(line);
        }
    }
}
