using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tracing;

/// <summary>Reads the trace a message belongs to from its headers <c>traceparent</c> and <c>tracestate</c>, as W3C's Trace Context has them.</summary>
public static class TraceContext
{
    /// <summary>Reads the context of a sampled trace; what is not sampled, absent or malformed counts as none.</summary>
    /// <param name="properties">The properties as checked when the message came.</param>
    /// <param name="context">The publisher's span.</param>
    /// <param name="isUnsampled">Whether there is a context and its publisher does not want the trace recorded.</param>
    public static bool TryReadSampled(in BasicPropertiesView properties, out ActivityContext context, out bool isUnsampled)
    {
        isUnsampled = false;
        if (!TryReadText(properties.Headers, "traceparent"u8, out var parent))
        {
            context = default;
            return false;
        }

        TryReadText(properties.Headers, "tracestate"u8, out var state);
        if (!ActivityContext.TryParse(parent, state, isRemote: true, out context))
        {
            return false;
        }

        isUnsampled = (context.TraceFlags & ActivityTraceFlags.Recorded) == ActivityTraceFlags.None;
        return !isUnsampled;
    }

    private static bool TryReadText(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!headers.IsEmpty
            && FieldTableLookup.TryFind(headers, name, out var type, out var value)
            && type is FieldType.LongString or FieldType.Binary)
        {
            text = Encoding.UTF8.GetString(value);
        }

        return text is not null;
    }
}
