namespace AmqpBroker.Protocol;

/// <summary>
/// The reply codes of AMQP 0-9-1 (§1.2 of the definitions). 311 to 313 and 403 to 406 close a channel,
/// the rest a connection; 403 closes the connection only while a client logs in.
/// </summary>
public enum ReplyCode : ushort
{
    /// <summary>An orderly close: not an error.</summary>
    Success = 200,

    /// <summary>The content is larger than the peer takes.</summary>
    ContentTooLarge = 311,

    /// <summary>A mandatory message matched no queue; carried by basic.return only.</summary>
    NoRoute = 312,

    /// <summary>An immediate message found no consumer; immediate is not supported, so never sent.</summary>
    NoConsumers = 313,

    /// <summary>An operator, a shutdown or the loss of a vhost or user closed the connection.</summary>
    ConnectionForced = 320,

    /// <summary>Defined by the specification for unknown vhosts; 530 is sent instead.</summary>
    InvalidPath = 402,

    /// <summary>Permissions or a reserved name forbid the operation, or the login failed.</summary>
    AccessRefused = 403,

    /// <summary>A queue, exchange or implied queue does not exist.</summary>
    NotFound = 404,

    /// <summary>The queue is exclusive to another connection.</summary>
    ResourceLocked = 405,

    /// <summary>Arguments disagree with what exists, or a condition of the request does not hold.</summary>
    PreconditionFailed = 406,

    /// <summary>A frame that could not be decoded.</summary>
    FrameError = 501,

    /// <summary>A frame that holds an illegal field value.</summary>
    SyntaxError = 502,

    /// <summary>A method, or a value of it, that this peer may not send.</summary>
    CommandInvalid = 503,

    /// <summary>A channel that is not open, or open already.</summary>
    ChannelError = 504,

    /// <summary>A frame that is not due at this point.</summary>
    UnexpectedFrame = 505,

    /// <summary>The server lacks the resources to go on.</summary>
    ResourceError = 506,

    /// <summary>The vhost, a limit or a negotiated value forbids it.</summary>
    NotAllowed = 530,

    /// <summary>A feature that is not supported.</summary>
    NotImplemented = 540,

    /// <summary>The server failed in a way that is not the client's fault.</summary>
    InternalError = 541,
}
