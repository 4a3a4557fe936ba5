namespace AmqpBroker.Telemetry;

/// <summary>Where figures and traces are sent by OpenTelemetry's protocol; configuration section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>A collector, such as <c>http://localhost:4318</c>. None: nothing is sent, and nothing is counted for it.</summary>
    public string? Endpoint { get; set; }

    /// <summary>How it is spoken to.</summary>
    public OtlpProtocol Protocol { get; set; } = OtlpProtocol.Http;

    /// <summary>From one sending of figures to the next.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether spans of messages are sent, too.</summary>
    public bool Traces { get; set; } = true;

    /// <summary>The share, 0 to 1, of the messages without a trace for which one begins here; the others follow their publisher's decision.</summary>
    public double RootTraceRatio { get; set; }
}
