using System.Globalization;
using System.IO.Enumeration;

namespace AmqpBroker.Management.Json;

/// <summary>One condition of a filter. Immutable.</summary>
/// <param name="Column">The column it looks at; empty for the row's name, which is to contain the value.</param>
/// <param name="Operator">How it compares.</param>
/// <param name="Value">What it compares with.</param>
/// <param name="IsNegated">Whether it picks the other rows.</param>
internal sealed record FilterTerm(string Column, FilterOperator Operator, string Value, bool IsNegated)
{
    private readonly double? _number = double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the name of a row meets the condition.</summary>
    public bool IsMatch(string name) => name.Contains(Value, StringComparison.OrdinalIgnoreCase) != IsNegated;

    /// <summary>Whether the value of a row's column meets the condition.</summary>
    public bool IsMatch(SortKey value) => Compares(value) != IsNegated;

    /// <summary>Whether numbers can be compared with the value, if that is to be done.</summary>
    public bool IsPossible => _number is not null || Operator is FilterOperator.Matches or FilterOperator.Equal;

    // A question mark is a character like others, and so is a backslash.
    private string Pattern => Value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("?", @"\?", StringComparison.Ordinal);

    private bool Compares(SortKey value) => Operator switch
    {
        FilterOperator.Matches when value.Text is { } text => FileSystemName.MatchesSimpleExpression(Pattern, text),
        FilterOperator.Equal when value.Text is { } text => string.Equals(text, Value, StringComparison.OrdinalIgnoreCase),
        FilterOperator.Matches or FilterOperator.Equal => value.Number is { } number && number == _number,
        FilterOperator.Less => value.Number < _number,
        FilterOperator.AtMost => value.Number <= _number,
        FilterOperator.Greater => value.Number > _number,
        _ => value.Number >= _number,
    };
}
