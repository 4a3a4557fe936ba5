using System.Text;

namespace AmqpBroker.Control;

/// <summary>Asks for what is not to be seen.</summary>
internal static class Prompt
{
    /// <summary>Reads a line: silently from a terminal, as it is from anywhere else.</summary>
    /// <param name="question">Shown on a terminal only.</param>
    public static string Read(string question)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? string.Empty;
        }

        Console.Error.Write(question);
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return text.ToString();
    }
}
