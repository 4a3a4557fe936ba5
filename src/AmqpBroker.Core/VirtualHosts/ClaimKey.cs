using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Policies;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Something of a virtual host that a change can claim.</summary>
internal readonly record struct ClaimKey
{
    private readonly bool _isQueue;
    private readonly object _subject;

    private ClaimKey(bool isQueue, object subject)
    {
        _isQueue = isQueue;
        _subject = subject;
    }

    /// <summary>The exchange of that name, or that there is none.</summary>
    public static ClaimKey Exchange(string name) => new(isQueue: false, name);

    /// <summary>The queue of that name, or that there is none.</summary>
    public static ClaimKey Queue(string name) => new(isQueue: true, name);

    /// <summary>That a binding is there, or is not.</summary>
    public static ClaimKey Binding(Binding binding) => new(isQueue: false, binding);

    /// <summary>The policy of that kind and name, or that there is none.</summary>
    public static ClaimKey Policy(PolicyKind kind, string name) => new(isQueue: false, (kind, name));

    /// <summary>The limits of the virtual host.</summary>
    public static ClaimKey Limits { get; } = new(isQueue: false, typeof(ClaimKey));

    /// <summary>The queue's name; null for anything else.</summary>
    public string? QueueName => _isQueue ? (string)_subject : null;

    /// <summary>What a binding leads to.</summary>
    public static ClaimKey DestinationOf(Binding binding) =>
        binding.Queue is { } queue ? Queue(queue.Name) : Exchange(binding.Exchange!.Name); // one of the two, always
}
