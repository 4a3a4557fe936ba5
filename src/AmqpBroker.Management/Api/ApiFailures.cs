using System.Text.Json;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Json;
using AmqpBroker.Protocol;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Api;

/// <summary>Turns whatever an endpoint throws into an answer: the one place where that is done. Nothing of an exception's stack leaves the server.</summary>
internal static class ApiFailures
{
    /// <summary>What an exception says to the client; null for one that is nobody's business, and goes to the log.</summary>
    public static ApiException? Translate(Exception exception) => exception switch
    {
        ApiException known => known,
        AmqpException refused => Translate(refused),
        MetadataStoreException or IOException => new ApiException(503, "service_unavailable", "the change could not be stored"),
        _ => null,
    };

    /// <summary>Errors of AMQP as RabbitMQ answers them to commands of its API: the explanation alone.</summary>
    private static ApiException Translate(AmqpException exception) => exception.Code switch
    {
        ReplyCode.NotFound => ApiErrors.NotFound(Explanation(exception)),
        ReplyCode.AccessRefused or ReplyCode.NotAllowed => ApiErrors.AccessRefused(),
        _ => ApiErrors.BadRequest(Explanation(exception)),
    };

    /// <summary>Errors of AMQP as RabbitMQ answers them to those of its endpoints that open a channel: <c>406 PRECONDITION_FAILED - …</c>.</summary>
    public static ApiException OfChannel(AmqpException exception) => ApiErrors.BadRequest($"{(int)exception.Code} {exception.ReplyText}");

    public static async ValueTask AnswerAsync(HttpContext context, ApiException failure)
    {
        var response = context.Response;
        response.StatusCode = failure.Status;
        // A browser would show a window of its own, over pages that ask for the login themselves.
        if (failure.AsksForLogin && !SessionCookie.IsScript(context))
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"RabbitMQ Management\"";
        }

        if (failure.Error.Length == 0)
        {
            response.ContentLength = 0;
            return;
        }

        await JsonAnswer.WriteAsync(context, failure, static (writer, failure) => Write(writer, failure));
    }

    private static void Write(Utf8JsonWriter writer, ApiException failure)
    {
        writer.WriteStartObject();
        writer.WriteString("error", failure.Error);
        if (failure.Terms.IsEmpty)
        {
            writer.WriteString("reason", failure.Message);
        }
        else
        {
            writer.WriteStartArray("reason");
            foreach (var term in failure.Terms)
            {
                WriteTerm(writer, term);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteTerm(Utf8JsonWriter writer, object term)
    {
        switch (term)
        {
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue(term.ToString());
                break;
        }
    }

    // The name of the code stands before the explanation; texts of close frames end at 255 bytes, which is no matter here.
    private static string Explanation(AmqpException exception)
    {
        const string separator = " - ";
        var text = exception.ReplyText;
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? text : text[(at + separator.Length)..];
    }
}
