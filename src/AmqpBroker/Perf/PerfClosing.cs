using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Perf;

/// <summary>Closes a connection in order, so that what was sent on it has arrived.</summary>
internal static class PerfClosing
{
    /// <exception cref="PerfException">The broker has closed it itself, for a reason.</exception>
    public static void Close(PerfConnection connection)
        => connection.Call<ConnectionClose, ConnectionCloseOk>(0, new((ReplyCode)200, "the run is over", 0, 0));
}
