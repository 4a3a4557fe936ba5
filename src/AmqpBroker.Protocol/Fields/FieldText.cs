using System.Globalization;
using System.Text;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Fields;

/// <summary>Field values in the notation of Erlang terms, for error texts.</summary>
internal static class FieldText
{
    public static string Term(FieldValue value)
    {
        var text = new StringBuilder();
        AppendTerm(text, value);
        return text.ToString();
    }

    private static void AppendTerm(StringBuilder text, FieldValue value)
    {
        if (value.TryGetInteger(out var integer))
        {
            text.Append(CultureInfo.InvariantCulture, $"{integer}");
        }
        else if (value.TryGetDouble(out var number))
        {
            text.Append(Number(number));
        }
        else if (value.TryGetOctets(out var octets))
        {
            text.Append(ErlangFormat.Binary(octets));
        }
        else if (value.AsTable() is { } table)
        {
            AppendTable(text, table);
        }
        else if (value.AsArray() is { } array)
        {
            AppendArray(text, array);
        }
        else
        {
            text.Append(Simple(value));
        }
    }

    private static string Simple(FieldValue value)
    {
        if (value.TryGetBool(out var truth))
        {
            return truth ? "true" : "false";
        }

        if (value.TryGetDecimal(out var scale, out var unscaled))
        {
            return $"{{{scale},{unscaled}}}";
        }

        return value.TryGetTimestamp(out var seconds) ? $"{seconds}" : "undefined";
    }

    private static void AppendTable(StringBuilder text, FieldTable table)
    {
        text.Append('[');
        var separator = "";
        foreach (var (name, value) in table)
        {
            text.Append(separator).Append('{').Append(ErlangFormat.Binary(Encoding.UTF8.GetBytes(name)));
            text.Append(',').Append(value.TypeName).Append(',');
            AppendTerm(text, value);
            text.Append('}');
            separator = ",";
        }

        text.Append(']');
    }

    private static void AppendArray(StringBuilder text, IReadOnlyList<FieldValue> array)
    {
        text.Append('[');
        var separator = "";
        foreach (var value in array)
        {
            text.Append(separator).Append('{').Append(value.TypeName).Append(',');
            AppendTerm(text, value);
            text.Append('}');
            separator = ",";
        }

        text.Append(']');
    }

    /// <summary>Erlang always writes a fraction: 1.0, 1.0e22.</summary>
    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "E", StringComparison.Ordinal);
        if (!double.IsFinite(number))
        {
            return text;
        }

        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponent < 0 ? text : text[..exponent];
        var fraction = mantissa.Contains('.', StringComparison.Ordinal) ? "" : ".0";
        return exponent < 0 ? mantissa + fraction : $"{mantissa}{fraction}e{text[(exponent + 1)..]}";
    }
}
