namespace AmqpBroker.Telemetry;

/// <summary>Where figures are sent by OpenTelemetry's protocol; configuration section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>A collector, such as <c>http://localhost:4318</c>. None: nothing is sent, and nothing is counted for it.</summary>
    public string? Endpoint { get; set; }

    /// <summary>How it is spoken to.</summary>
    public OtlpProtocol Protocol { get; set; } = OtlpProtocol.Http;

    /// <summary>From one message to the next.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);
}
