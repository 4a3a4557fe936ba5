using System.Text.Json.Nodes;

namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>What can be wrong with a call: its path, its query, its body.</summary>
internal static class WrongRequests
{
    private const int DeepestMember = 3;
    private static readonly string Long = new('x', 300);

    // Percent-encoded as they go into a path.
    private static readonly string[] Names =
        ["nope", "%2F", "%00", "..", "%FF", "%25", "", "%C3%BC%E7%94%A8%E6%88%B7%F0%9F%98%80", "a%20b%7E%23%3F", "99999999999999999999", "-1", Long];

    private static readonly string[] Queries =
    [
        "page=0", "page=-1&page_size=x", "page=99999999999999999999", "page=1&page_size=501", "page=1&name=(&use_regex=true", "sort=a.b.c&sort_reverse=x", "columns=", "columns=a.b,,%00",
        "msg_rates_age=99999999999999999999&msg_rates_incr=-1", "lengths_age=60&lengths_incr=0", "disable_stats=x&enable_queue_totals=%FF", "if-unused=x&if-empty=", "routing_key=" + Long,
        "vhost=nope&queue=%2F", "download=%0A..%2F%22", "family=nope", "memory=x&binary=x", "%", "=&&=",
    ];

    private static readonly string[] Bodies =
        ["{", "[]", "\"x\"", "7", "true", "{\"a\":}", "{}x", "{\"a\":\"\\ud800\"}", "\uFFFF", new string('[', 2000), string.Concat(Enumerable.Repeat("{\"a\":", 2000))];

    private static readonly string[] Values =
    [
        "null", "true", "7", "-1", "0", "1.5", "1e400", "99999999999999999999", "\"\"", "\"x\"", "\"(\"", "\"\\u0000ü用户😀\"", $"\"{Long}\"", "[]", "[1]", "[null]", "[[]]", "{}", """{"a":{"b":[null,1.5]}}""",
        """{"ü":"x","":-1}""",
    ];

    /// <summary>The call with each variable segment of its path, and its query, replaced.</summary>
    public static IEnumerable<string> Paths(EndpointCall call)
    {
        var pattern = call.Endpoint.Split(' ')[1].Split('/');
        var segments = call.Path.Split('?')[0].Split('/');
        foreach (var at in Enumerable.Range(0, pattern.Length).Where(index => pattern[index].StartsWith('{')))
        {
            foreach (var name in Names)
            {
                yield return string.Join('/', [.. segments[..at], name, .. segments[(at + 1)..]]);
            }
        }

        foreach (var query in Queries)
        {
            yield return $"{string.Join('/', segments)}?{query}";
        }
    }

    /// <summary>The call's body with each member, also of objects in it, replaced and left out; and bodies that are none.</summary>
    public static IEnumerable<string> BodiesOf(EndpointCall call)
    {
        // Who fails to log in again and again has to wait.
        foreach (var body in call.Path == "/api/login" ? Bodies[..2] : Bodies)
        {
            yield return body;
        }

        if (call.Body is null || !call.Body.StartsWith('{') || JsonNode.Parse(call.Body) is not JsonObject whole)
        {
            yield break;
        }

        foreach (var path in Members(whole, []))
        {
            yield return With(whole, path, null);
            foreach (var value in Values)
            {
                yield return With(whole, path, value);
            }
        }
    }

    private static IEnumerable<string[]> Members(JsonObject node, string[] above)
    {
        foreach (var (name, value) in node)
        {
            string[] path = [.. above, name];
            yield return path;
            foreach (var below in value is JsonObject inner && path.Length < DeepestMember ? Members(inner, path) : [])
            {
                yield return below;
            }
        }
    }

    private static string With(JsonObject whole, string[] path, string? value)
    {
        var copy = (JsonObject)whole.DeepClone();
        var owner = path[..^1].Aggregate(copy, static (node, name) => (JsonObject)node[name]!); // there: the path is of this object
        owner.Remove(path[^1]);
        if (value is not null)
        {
            owner[path[^1]] = JsonNode.Parse(value);
        }

        return copy.ToJsonString();
    }
}
