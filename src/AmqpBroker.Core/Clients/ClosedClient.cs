using AmqpBroker.Protocol;

namespace AmqpBroker.Core.Clients;

/// <summary>A connection or channel that is open no more, and why.</summary>
public sealed record ClosedClient
{
    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>The name that its client gave it; null when it gave none.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>The channel's number; null when it is the connection that ended, with its channels.</summary>
    public int? Channel { get; init; }

    /// <summary>The user; empty when it had not logged in.</summary>
    public required string User { get; init; }

    /// <summary>The virtual host; empty when it was not open.</summary>
    public required string VirtualHost { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset ClosedAt { get; init; }

    /// <summary>Who has ended it.</summary>
    public required CloseInitiator Initiator { get; init; }

    /// <summary>The reply code; null when nobody sent any.</summary>
    public ReplyCode? Code { get; init; }

    /// <summary>Why, as the other side was told it, or as the log says it.</summary>
    public required string Text { get; init; }

    /// <summary>The method that caused it, such as <c>queue.declare</c>; null when none did.</summary>
    public string? Operation { get; init; }
}
