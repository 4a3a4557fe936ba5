using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Server.Connections;

/// <summary>Who is at the other end, as far as it changes what the broker does. Published: replaced as the handshake goes on.</summary>
internal sealed record ClientIdentity
{
    /// <summary>The user logged in as; empty before.</summary>
    public string User { get; init; } = "";

    /// <summary>Wants basic.cancel when a queue it consumes from goes away.</summary>
    public bool WantsCancelNotification { get; init; }

    /// <summary>Wants to be told that its login failed, instead of just losing the connection.</summary>
    public bool WantsLoginFailure { get; init; }

    /// <summary>Wants to be told when it may not publish, and when it may again.</summary>
    public bool WantsBlockedNotification { get; init; }

    /// <summary>The name the client gave the connection, if any.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>The SASL mechanism it logged in by; empty before.</summary>
    public string Mechanism { get; init; } = "";

    /// <summary>What it says of itself: a field table's octets, which take less than the table.</summary>
    public ReadOnlyMemory<byte> Properties { get; init; }

    /// <summary>Reads client-properties.</summary>
    public static ClientIdentity From(FieldTable properties)
    {
        var capabilities = properties.TryGet("capabilities", out var value) ? value.AsTable() : null;
        return new ClientIdentity
        {
            WantsCancelNotification = Has("consumer_cancel_notify"),
            WantsBlockedNotification = Has("connection.blocked"),
            WantsLoginFailure = Has("authentication_failure_close"),
            ConnectionName = properties.TryGet("connection_name", out var name) && name.TryGetString(out var text) ? text : null,
            Properties = properties.ToContent(),
        };

        bool Has(string capability) =>
            capabilities is not null && capabilities.TryGet(capability, out var flag) && flag.TryGetBool(out var isSet) && isSet;
    }
}
