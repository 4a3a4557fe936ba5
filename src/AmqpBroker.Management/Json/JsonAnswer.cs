using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Json;

/// <summary>Sends JSON. Written as a whole first: an error half way still becomes a proper answer, and the length is known.</summary>
internal static class JsonAnswer
{
    // Names in any script stay readable; answers are never put into a page as they are.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async ValueTask WriteAsync<T>(HttpContext context, T value, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBuffer();
        Write(buffer, value, write);
        await SendAsync(context, buffer);
    }

    public static void Write<T>(PooledBuffer buffer, T value, Action<Utf8JsonWriter, T> write)
    {
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        write(writer, value);
    }

    /// <summary>The JSON as a text.</summary>
    public static string ToText<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBuffer();
        Write(buffer, value, write);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    public static async ValueTask SendAsync(HttpContext context, PooledBuffer buffer)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = buffer.Written.Length;
        await context.Response.Body.WriteAsync(buffer.Written, context.RequestAborted);
    }
}
