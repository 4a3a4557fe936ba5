using System.Buffers;
using System.Diagnostics;
using System.Net;
using AmqpBroker.Core;
using AmqpBroker.Core.Certificates;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Channels;
using AmqpBroker.Server.Output;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Connections;

/// <summary>One client's connection: reads its frames, has them handled, and ends it in good order.</summary>
/// <remarks>
/// Confined: everything here belongs to the input loop (<see cref="RunAsync"/>), but for <see cref="Output"/>, which
/// guards itself, and <see cref="Lifetime"/>, by which others ask the loop to end.
/// </remarks>
internal sealed class AmqpConnection : IExclusiveOwner
{
    private readonly ConnectionContext _transport;
    private readonly ConnectionMethods _methods;
    private readonly FrameHandler _frames;
    private readonly FrameScratch _scratch = new();
    private VirtualHost? _virtualHost;
    private AccessRights? _rights;
    private long _octetsReceived;
    private long _reads;

    public AmqpConnection(ConnectionContext transport, Broker broker, ConnectionSettings settings, ILogger logger)
    {
        _transport = transport;
        Broker = broker;
        Settings = settings;
        Log = logger;
        Name = $"{EndPointName.Of(transport.RemoteEndPoint)} -> {EndPointName.Of(transport.LocalEndPoint)}";
        ConnectedAt = broker.TimeProvider.GetUtcNow();
        View = new ConnectionView(this);
        Output = new ConnectionOutput(transport.Transport.Output);
        Channels = new ChannelTable(this);
        Hold = new InputHold(this, transport.ConnectionClosed);
        Lifetime = new ConnectionLifetime(transport.Transport.Input, Output, Hold, settings.HandshakeTimeout);
        Watch = new DeliveryWatch(this);
        Queues = new OwnedQueues(this);
        _methods = new ConnectionMethods(this);
        _frames = new FrameHandler(this, _methods);
    }

    /// <summary>The two ends of the socket, as RabbitMQ names its connections.</summary>
    public string Name { get; }

    /// <summary>What others see of it.</summary>
    public ConnectionView View { get; }

    /// <inheritdoc/>
    IClientConnection IExclusiveOwner.Client => View;

    public DateTimeOffset ConnectedAt { get; }

    public Broker Broker { get; }

    public ConnectionSettings Settings { get; }

    public ILogger Log { get; }

    public ConnectionOutput Output { get; }

    public ChannelTable Channels { get; }

    public ConnectionLifetime Lifetime { get; }

    public InputHold Hold { get; }

    public DeliveryWatch Watch { get; }

    public OwnedQueues Queues { get; }

    public ClientIdentity Client { get; set; } = new();

    public ConnectionState State { get; set; }

    /// <summary>What resource alarms mean for it now. Any thread.</summary>
    public ConnectionBlocking Blocking => Hold.IsBlocked ? ConnectionBlocking.Blocked
        : Broker.Alarms.AnyStands ? ConnectionBlocking.Blocking
        : ConnectionBlocking.None;

    /// <summary>Octets handled so far. Any thread.</summary>
    public long OctetsReceived => Volatile.Read(ref _octetsReceived);

    /// <summary>Reads that brought something. Any thread.</summary>
    public long Reads => Volatile.Read(ref _reads);

    /// <summary>Whether its end has been noted among those of others.</summary>
    public bool IsEndNoted { get; set; }

    /// <summary>The socket, and what is known of it.</summary>
    public ConnectionContext Transport => _transport;

    /// <summary>Where the client connects from; null when the transport does not say.</summary>
    public IPAddress? RemoteAddress => (_transport.RemoteEndPoint as IPEndPoint)?.Address;

    /// <summary>The virtual host; set before any channel can be opened.</summary>
    public VirtualHost VirtualHost
    {
        get => _virtualHost ?? throw new InvalidOperationException("the connection is not open");
        set => _virtualHost = value;
    }

    /// <summary>The virtual host; null before it is open. Any thread.</summary>
    public VirtualHost? OpenedHost => _virtualHost;

    /// <summary>The user whom the client's certificate names; null for none.</summary>
    public string? ExternalUser => _transport.Features.Get<ITlsConnectionFeature>()?.ClientCertificate is { } certificate
        ? CertificateNames.Find(certificate, Settings.CertificateLogin)
        : null;

    /// <summary>Cancelled when the socket is closed.</summary>
    public CancellationToken SocketClosed => _transport.ConnectionClosed;

    /// <summary>What its user may do; set before any channel can be opened.</summary>
    public AccessRights Rights
    {
        get => _rights ?? throw new InvalidOperationException("the connection is not open");
        set => _rights = value;
    }

    /// <summary>Ends it with its user or virtual host; null until it is open.</summary>
    public ConnectionStanding? Standing { get; set; }

    /// <summary>What it counts for; null until it is open.</summary>
    public Admission? Admission { get; set; }

    /// <summary>Serves the connection until it ends.</summary>
    public async Task RunAsync()
    {
        Log.Accepted(Name);
        try
        {
            await ReadAsync();
        }
        catch (Exception exception) when (exception is ConnectionResetException or ConnectionAbortedException or IOException)
        {
            this.NoteLoss();
        }
        catch (Exception exception)
        {
            // A bug here must cost this connection, not the broker.
            Log.Failed(exception, Name);
            Close(ConnectionErrors.InternalError());
            Output.Flush();
        }
        finally
        {
            Output.Close();
            Release();
            Unlist();
            _scratch.Reset();
            await Queues.EndAsync();
        }
    }

    /// <summary>Sends connection.close and waits for the answer, dropping all else.</summary>
    public void Close(ConnectionException exception)
    {
        if (State >= ConnectionState.Closing)
        {
            return;
        }

        this.NoteEnd(CloseInitiator.Broker, exception.ReplyText, exception.Code, exception.HidesMethod ? null : exception.Method);

        // Before the client is told: it will get nothing more, and others need not wait for its answer.
        Release();
        State = ConnectionState.Closing;
        Output.Write(0, new ConnectionClose(exception.Code, exception.ReplyText, exception.ClassId, exception.MethodNumber));
        Lifetime.CloseAfter(Lifetime.CloseTimeout);
    }

    /// <summary>Ends a channel at its client's wish.</summary>
    public void CloseChannel(AmqpChannel channel, in ChannelClose method)
    {
        channel.NoteEnd(CloseInitiator.Client, method.ReplyText, method.ReplyCode, method: null);
        channel.Release();
        Channels.Remove(channel);
        Output.Write(channel.Number, new ChannelCloseOk());
    }

    /// <summary>Gives back everything the client held: consumers, unsettled deliveries, exclusive queues.</summary>
    public void Release()
    {
        foreach (var channel in Channels.RemoveAll())
        {
            channel.Release();
        }

        Queues.DeleteAll();
        Standing?.Dispose();
        Admission?.Leave();
    }

    /// <summary>Others see it no more; what it has done is added up.</summary>
    public void Unlist()
    {
        if (Broker.Clients.Remove(View))
        {
            Broker.Statistics.Churn.ConnectionClosed();
            Broker.Statistics.Collect(View, OpenedHost?.Totals);
        }
    }

    private async Task ReadAsync()
    {
        var input = _transport.Transport.Input;
        while (State != ConnectionState.Closed || !Lifetime.IsExpired)
        {
            var result = await input.ReadAsync();
            if (!result.IsCanceled)
            {
                Lifetime.Received();
            }

            var buffer = result.Buffer;
            var length = buffer.Length;
            _reads++;
            var isWhole = TryHandle(ref buffer);
            _octetsReceived += length - buffer.Length;

            // Cut short because something must be waited for: the rest waits here, and soon in its socket.
            input.AdvanceTo(buffer.Start, isWhole ? buffer.End : buffer.Start);

            if (isWhole)
            {
                Watch.LookIfDue();
            }

            // What a client sent before it stopped sending counts, however long it takes to answer.
            var isOver = result.IsCompleted && isWhole;
            if (!isOver)
            {
                await Hold.WaitAsync(isWhole);
            }

            if (Lifetime.ShutdownRequest is { } shutdown && State < ConnectionState.Closing)
            {
                ShutDown(shutdown);
            }

            if (Lifetime.IsExpired)
            {
                Expire();
                return;
            }

            if (isOver || Hold.IsAbandoned)
            {
                this.NoteLoss();
                return;
            }
        }
    }

    /// <summary>Closes what a method has failed, a channel or the connection.</summary>
    public void Fail(AmqpException exception, AmqpChannel? channel)
    {
        switch (exception)
        {
            case ChannelException error when channel is not null:
                channel.Fail(error);
                break;
            case ConnectionException error:
                _methods.Fail(error);
                break;
            default:
                throw new UnreachableException("a channel's error on no channel", exception);
        }
    }

    private void ShutDown(ConnectionException reason)
    {
        Log.ClosedByBroker(Name, reason.ReplyText);
        if (State == ConnectionState.ProtocolHeader)
        {
            // Whoever has not named a protocol would not understand a frame.
            State = ConnectionState.Closed;
            Lifetime.Expire();
            return;
        }

        Close(reason);
        Output.Flush();
    }

    /// <summary>Handles the frames in a buffer and moves its start behind them.</summary>
    /// <returns>False when it stopped early, since the output is congested or a method must wait.</returns>
    private bool TryHandle(ref ReadOnlySequence<byte> buffer)
    {
        if (State == ConnectionState.ProtocolHeader && !_methods.TryTakeProtocolHeader(ref buffer))
        {
            return true;
        }

        if (State is ConnectionState.Refused or ConnectionState.Closed)
        {
            buffer = buffer.Slice(buffer.End);
            return true;
        }

        Hold.BeginRead();
        var batch = InputBatch.Rent(new BatchContext(Broker.TimeProvider, Broker.Journal));
        try
        {
            var cursor = new FrameCursor(in buffer, _methods.FrameLimit, _scratch);
            var isWhole = _frames.Handle(ref cursor, batch);
            buffer = State is ConnectionState.Closed or ConnectionState.Refused
                ? buffer.Slice(buffer.End)
                : buffer.Slice(cursor.Position);
            return isWhole;
        }
        finally
        {
            batch.Complete();
            _scratch.Reset();
            Output.Flush();
        }
    }

    private void Expire()
    {
        this.NoteExpiry();
        if (Lifetime.IsOverdue && (State != ConnectionState.Refused || !Output.IsWritable))
        {
            // An orderly end waits until everything is sent, which a peer that does not read puts off for ever.
            _transport.Abort(new ConnectionAbortedException("the client did not do its part in time"));
        }
    }
}
