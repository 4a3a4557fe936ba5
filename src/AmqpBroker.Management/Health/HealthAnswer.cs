using System.Text.Json;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Health;

/// <summary>The two answers of a health check: 200 when all is well, 503 with the reason when it is not.</summary>
internal static class HealthAnswer
{
    public static ValueTask OkAsync(ApiRequest request) => OkAsync(request, 0, static (_, _) => { });

    /// <param name="request">Asks.</param>
    /// <param name="details">What more there is to say.</param>
    /// <param name="write">Says it.</param>
    public static ValueTask OkAsync<T>(ApiRequest request, T details, Action<Utf8JsonWriter, T> write)
        => request.AnswerAsync((details, write), static (writer, answer) =>
        {
            writer.WriteStartObject();
            writer.WriteString("status", "ok");
            answer.write(writer, answer.details);
            writer.WriteEndObject();
        });

    public static ValueTask FailedAsync(ApiRequest request, string reason) => FailedAsync(request, reason, 0, static (_, _) => { });

    public static ValueTask FailedAsync<T>(ApiRequest request, string reason, T details, Action<Utf8JsonWriter, T> write)
    {
        request.Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return request.AnswerAsync((reason, details, write), static (writer, answer) =>
        {
            writer.WriteStartObject();
            writer.WriteString("status", "failed");
            writer.WriteString("reason", answer.reason);
            answer.write(writer, answer.details);
            writer.WriteEndObject();
        });
    }
}
