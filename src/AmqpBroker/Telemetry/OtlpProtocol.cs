namespace AmqpBroker.Telemetry;

/// <summary>The two forms of OpenTelemetry's protocol.</summary>
internal enum OtlpProtocol
{
    /// <summary>Protocol buffers in HTTP requests; port 4318 as a rule.</summary>
    Http,

    /// <summary>gRPC; port 4317 as a rule.</summary>
    Grpc,
}
