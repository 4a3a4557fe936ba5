using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>A connection of two pipes in memory, where Kestrel would have a socket.</summary>
internal sealed class PipeTransport : ConnectionContext
{
    private readonly Pipe _toServer;
    private readonly Pipe _toClient;
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Makes the pipes.</summary>
    /// <param name="unreadLimit">Octets the client may send before the server reads.</param>
    /// <param name="unsentLimit">Octets the server may send before the client reads; then its flush waits.</param>
    public PipeTransport(int unreadLimit, int unsentLimit)
    {
        _toServer = new Pipe(Options(unreadLimit));
        _toClient = new Pipe(Options(unsentLimit));
        Transport = new Duplex(_toServer.Reader, _toClient.Writer);
        ConnectionClosed = _closed.Token;
        LocalEndPoint = new IPEndPoint(IPAddress.Loopback, 5672);
        RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, 40000);
    }

    public override IDuplexPipe Transport { get; set; }

    public override string ConnectionId { get; set; } = "test";

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    /// <summary>What the client writes to.</summary>
    public PipeWriter ClientOutput => _toServer.Writer;

    /// <summary>What the client reads from.</summary>
    public PipeReader ClientInput => _toClient.Reader;

    /// <summary>Whether the server has cut the connection off instead of ending it.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>The client sends no more.</summary>
    public async Task EndClientOutputAsync()
    {
        await ClientOutput.CompleteAsync();

        // Kestrel too notices the end of what the client sends whether or not it is read.
        await _closed.CancelAsync();
    }

    /// <summary>As Kestrel does when the handler has returned.</summary>
    public async Task CompleteAsync()
    {
        await Transport.Input.CompleteAsync();
        await Transport.Output.CompleteAsync();
    }

    public override void Abort(ConnectionAbortedException abortReason)
    {
        IsAborted = true;
        _toServer.Writer.CancelPendingFlush();
        _toClient.Reader.CancelPendingRead();
    }

    private static PipeOptions Options(int limit) =>
        new(pauseWriterThreshold: limit, resumeWriterThreshold: limit / 2, minimumSegmentSize: 4096, useSynchronizationContext: false);

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;

        public PipeWriter Output { get; } = output;
    }
}
