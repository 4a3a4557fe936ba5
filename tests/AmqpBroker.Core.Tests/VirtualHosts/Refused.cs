using AmqpBroker.Protocol;

namespace AmqpBroker.Core.Tests.VirtualHosts;

/// <summary>How an action was refused.</summary>
internal static class Refused
{
    /// <summary>The text of the channel.close, without its code's name; empty when the action went well.</summary>
    public static string By(Action action)
    {
        try
        {
            action();
            return "";
        }
        catch (ChannelException refusal)
        {
            return $"{(int)refusal.Code} {refusal.ReplyText[(refusal.ReplyText.IndexOf(" - ", StringComparison.Ordinal) + 3)..]}";
        }
    }
}
