using System.Net;
using System.Net.Sockets;

namespace AmqpBroker.TestKit;

/// <summary>Hands out TCP ports on which nothing listens, each one only once in this process.</summary>
/// <remarks>
/// The ports lie below the range from which the kernel takes the local ports of outgoing connections, so that a
/// broker which is restarted finds its port still free.
/// </remarks>
public static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _next = Random.Shared.Next(Count);

    public static int Next()
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            var port = First + ((int)((uint)Interlocked.Increment(ref _next) % Count));
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No port from {First} to {First + Count - 1} is free.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
