namespace AmqpBroker.Management.Api;

/// <summary>The segments of a path as the client sent it, decoded one by one.</summary>
/// <remarks>
/// Taken from the request line: whatever has been decoded as a whole cannot tell <c>%2F</c> from a slash, nor a queue named <c>..</c> from a step up.
/// Only percent-encoding is undone; a plus is a plus. One slash at the end makes no difference.
/// </remarks>
internal static class ApiPath
{
    // Characters that no client would send: routing must see neither slashes within a segment nor empty segments.
    private const char Slash = '\uFDD0';
    private const string Empty = "\uFDD1";

    public static string[] Split(string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? target : target[..end];
        if (!path.StartsWith('/'))
        {
            // The absolute form that proxies are sent.
            path = Uri.TryCreate(path, UriKind.Absolute, out var uri) ? uri.AbsolutePath : "/";
        }

        var segments = path[1..].Split('/');
        if (segments.Length > 1 && segments[^1].Length == 0)
        {
            segments = segments[..^1];
        }

        return Array.ConvertAll(segments, Uri.UnescapeDataString);
    }

    /// <summary>A path that means the same to ASP.NET Core's routing.</summary>
    public static string ForRouting(string[] segments) =>
        "/" + string.Join('/', segments.Select(ForRouting));

    /// <summary>A segment for people: a slash or a line break within it is encoded.</summary>
    public static string Readable(string segment) =>
        segment.Any(static character => character == '/' || char.IsControl(character)) ? Uri.EscapeDataString(segment) : segment;

    private static string ForRouting(string segment) => segment.Length == 0 ? Empty : segment.Replace('/', Slash);
}
