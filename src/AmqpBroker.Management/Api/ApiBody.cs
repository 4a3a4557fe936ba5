using System.Globalization;
using System.Text;
using System.Text.Json;
using AmqpBroker.Management.Json;
using AmqpBroker.Protocol.Fields;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Api;

/// <summary>The JSON object of a request: read whatever its content type says, and as leniently as RabbitMQ reads it.</summary>
internal sealed class ApiBody
{
    private const string TwiceEncoded = "invalid payload: the request body JSON-decoded to a string. Is the input doubly-JSON-encoded?";

    private readonly JsonElement _root;

    private ApiBody(JsonElement root) => _root = root;

    /// <summary>A member; null when it is not there.</summary>
    public JsonElement? this[string name] => _root.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The members.</summary>
    public JsonElement.ObjectEnumerator Members => _root.EnumerateObject();

    /// <summary>Reads and parses a body.</summary>
    /// <exception cref="ApiException">400: it is no JSON object, or too large.</exception>
    public static async ValueTask<ApiBody> ReadAsync(HttpContext http, int limit) => new(Parse((await ReadBytesAsync(http, limit)).Span));

    /// <summary>Reads a body.</summary>
    /// <exception cref="ApiException">400: it is larger than <paramref name="limit"/>.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadBytesAsync(HttpContext http, int limit)
    {
        if (http.Request.ContentLength > limit)
        {
            throw ApiErrors.BodyTooLarge();
        }

        var buffer = new PooledBuffer();
        http.Response.RegisterForDispose(buffer);
        while (true)
        {
            var read = await http.Request.Body.ReadAsync(buffer.GetMemory(), http.RequestAborted);
            if (read == 0)
            {
                return buffer.Written;
            }

            buffer.Advance(read);
            if (buffer.Written.Length > limit)
            {
                throw ApiErrors.BodyTooLarge();
            }
        }
    }

    /// <summary>Sees to it that members are there; null counts as a value.</summary>
    /// <exception cref="ApiException">400: names all that are missing.</exception>
    public void Require(params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            if (this[name] is null)
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            throw ApiErrors.KeysMissing(missing);
        }
    }

    /// <summary>A text, or a number in its place; null when it is not there or is null.</summary>
    /// <exception cref="ApiException">400: it is something else.</exception>
    public string? Text(string name) => this[name] is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetRawText(),
        _ => throw ApiErrors.BadTerm("not_a_string", name),
    };

    /// <summary>A boolean, or the word for one; <paramref name="missing"/> when it is not there.</summary>
    /// <exception cref="ApiException">400: it is something else.</exception>
    public bool Flag(string name, bool missing = false) => this[name] is not { } value ? missing : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when value.ValueEquals("true"u8) => true,
        JsonValueKind.String when value.ValueEquals("false"u8) => false,
        _ => throw ApiErrors.NotBoolean(value),
    };

    /// <summary>An integer, or a text that is one; null when it is not there.</summary>
    /// <exception cref="ApiException">400: it is something else.</exception>
    public long? Integer(string name) => this[name] is not { } value
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw ApiErrors.NotInteger(value),
        };

    /// <summary>An object as a field table; an empty list, as some languages write an empty object, and null are one without entries.</summary>
    /// <exception cref="ApiException">400: it is something else.</exception>
    public FieldTable Table(string name) => this[name] is not { } value ? FieldTable.Empty : value.ValueKind switch
    {
        JsonValueKind.Object => FieldJson.ToTable(value),
        JsonValueKind.Null => FieldTable.Empty,
        JsonValueKind.Array when value.GetArrayLength() == 0 => FieldTable.Empty,
        _ => throw ApiErrors.BadTerm("not_an_object", name),
    };

    private static JsonElement Parse(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        if (text.IsEmpty || text.SequenceEqual("undefined"u8) || text.SequenceEqual("null"u8))
        {
            text = "{}"u8;
        }

        JsonElement root;
        try
        {
            var reader = new Utf8JsonReader(text);
            root = JsonElement.ParseValue(ref reader);
            if (reader.Read())
            {
                throw ApiErrors.NotJson();
            }
        }
        catch (JsonException)
        {
            throw ApiErrors.NotJson();
        }

        return root.ValueKind switch
        {
            JsonValueKind.Object => root,
            JsonValueKind.String => throw ApiErrors.BadRequest(TwiceEncoded),
            _ => throw ApiErrors.NotJson(),
        };
    }
}
