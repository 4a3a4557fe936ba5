using AmqpBroker.Core.Statistics;
using AmqpBroker.Protocol;

namespace AmqpBroker.Core.Clients;

/// <summary>What others may know of an open connection, and ask of it. Any thread; nothing here makes its loop wait.</summary>
public interface IClientConnection
{
    /// <summary>The two ends of its socket, <c>127.0.0.1:44564 -&gt; 127.0.0.1:5672</c>.</summary>
    string Name { get; }

    /// <summary>The user it has logged in as.</summary>
    string User { get; }

    /// <summary>The virtual host it works in.</summary>
    string VirtualHost { get; }

    /// <summary>What was agreed when it was opened; made anew for each call.</summary>
    ConnectionDetails Details { get; }

    /// <summary>How it stands now.</summary>
    ConnectionFigures Figures { get; }

    /// <summary>What it has received and sent.</summary>
    StatHolder Statistics { get; }

    /// <summary>The channels open at this moment.</summary>
    IReadOnlyList<IClientChannel> ListChannels();

    /// <summary>Has it closed: the client gets connection.close.</summary>
    /// <param name="reason">Code and text, see <see cref="Protocol.Errors.ConnectionErrors"/>.</param>
    void Close(ConnectionException reason);
}
