namespace AmqpBroker.Protocol.Tests;

/// <summary>How an action ended: null when it went well, else the text of the close. Anything else fails the test.</summary>
internal static class Refusal
{
    public static string? Of(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (AmqpException refusal)
        {
            return refusal.ReplyText;
        }
    }
}
