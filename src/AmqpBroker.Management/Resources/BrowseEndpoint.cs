using System.Globalization;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Resources;

/// <summary>Shows ready messages of a queue, which stay as they are.</summary>
internal static class BrowseEndpoint
{
    private const int MostCount = 1000;

    /// <summary>Bytes of a payload that are shown unless told, and that are shown at most.</summary>
    private const int UsualBytes = 50_000;

    /// <summary>Bytes of a payload that are shown, or searched, at most.</summary>
    private const int MostBytes = 1 << 20;

    public static void Map(ApiMap map) => map.Get(
        "/api/queues/{vhost}/{name}/messages",
        ApiAccess.VirtualHost,
        "Shows ready messages in the order of delivery; they stay as they are, and nobody notices.",
        BrowseAsync);

    private static async ValueTask BrowseAsync(ApiRequest request)
    {
        var queue = QueueEndpoints.Find(request);
        var truncate = (int)Math.Min(ReadNumber(request, "truncate", UsualBytes), MostBytes);
        var asBase64 = MessagePayload.ReadEncoding(request.Query("encoding") ?? MessagePayload.Auto);
        var text = request.Query("contains") is { Length: > 0 } contains ? new MessageSearch(contains) : null;
        var wanted = new BrowseRequest
        {
            After = ReadAfter(request),
            Offset = ReadNumber(request, "offset", 0),
            Count = (int)Math.Clamp(ReadNumber(request, "count", 50), 1, MostCount),
            MostOfBody = text is null ? truncate : MostBytes,
            Filter = text is null ? null : text.Finds,
        };
        request.Caller.RequireQueue(Right.Read, request.VirtualHost, queue.Name);
        BrowsedMessages messages;
        try
        {
            // An exclusive queue is its connection's alone, as for basic.get.
            messages = await request.VirtualHost.GetQueue(queue.Name, request.Caller).BrowseAsync(wanted, request.Http.RequestAborted);
        }
        catch (IOException lost)
        {
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "service_unavailable", lost.Message);
        }

        await request.AnswerAsync(messages, (writer, messages) => BrowsedJson.Write(writer, messages, truncate, asBase64));
    }

    private static BrowsePlace? ReadAfter(ApiRequest request)
    {
        if (request.Query("after") is not { Length: > 0 } text)
        {
            return null;
        }

        return BrowsePlace.TryParse(text, out var place) ? place : throw ApiErrors.BadTerm("not_a_position", text);
    }

    private static long ReadNumber(ApiRequest request, string name, long missing)
    {
        if (request.Query(name) is not { Length: > 0 } text)
        {
            return missing;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw ApiErrors.NotInteger(name);
    }
}
