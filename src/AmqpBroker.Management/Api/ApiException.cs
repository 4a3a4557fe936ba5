using System.Collections.Immutable;

namespace AmqpBroker.Management.Api;

/// <summary>A request that cannot be fulfilled: the status and what the body says, as RabbitMQ says it.</summary>
internal sealed class ApiException : Exception
{
    public ApiException(int status, string error, string reason)
        : base(reason)
    {
        (Status, Error, Terms) = (status, error, []);
    }

    public ApiException(int status, string error, params ImmutableArray<object> terms)
        : base(error)
    {
        (Status, Error, Terms) = (status, error, terms);
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The kind of error; empty for an answer without a body.</summary>
    public string Error { get; }

    /// <summary>The reason, where it is not a text but a list of texts, numbers and booleans.</summary>
    public ImmutableArray<object> Terms { get; }

    /// <summary>Whether the client is asked for a login.</summary>
    public bool AsksForLogin { get; init; }

    /// <summary>An answer without a body.</summary>
    public static ApiException Bare(int status) => new(status, string.Empty, string.Empty);
}
