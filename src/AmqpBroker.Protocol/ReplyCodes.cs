namespace AmqpBroker.Protocol;

/// <summary>The names of <see cref="ReplyCode"/> as they begin every reply text.</summary>
public static class ReplyCodes
{
    /// <summary>The upper-case name, for example <c>NOT_FOUND</c>; a number for a code that is not defined.</summary>
    public static string ToName(this ReplyCode code) => code switch
    {
        ReplyCode.Success => "SUCCESS",
        ReplyCode.ContentTooLarge => "CONTENT_TOO_LARGE",
        ReplyCode.NoRoute => "NO_ROUTE",
        ReplyCode.NoConsumers => "NO_CONSUMERS",
        ReplyCode.ConnectionForced => "CONNECTION_FORCED",
        ReplyCode.InvalidPath => "INVALID_PATH",
        ReplyCode.AccessRefused => "ACCESS_REFUSED",
        ReplyCode.NotFound => "NOT_FOUND",
        ReplyCode.ResourceLocked => "RESOURCE_LOCKED",
        ReplyCode.PreconditionFailed => "PRECONDITION_FAILED",
        ReplyCode.FrameError => "FRAME_ERROR",
        ReplyCode.SyntaxError => "SYNTAX_ERROR",
        ReplyCode.CommandInvalid => "COMMAND_INVALID",
        ReplyCode.ChannelError => "CHANNEL_ERROR",
        ReplyCode.UnexpectedFrame => "UNEXPECTED_FRAME",
        ReplyCode.ResourceError => "RESOURCE_ERROR",
        ReplyCode.NotAllowed => "NOT_ALLOWED",
        ReplyCode.NotImplemented => "NOT_IMPLEMENTED",
        ReplyCode.InternalError => "INTERNAL_ERROR",
        _ => code.ToString(),
    };
}
