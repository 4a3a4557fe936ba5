using System.Globalization;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Json;

/// <summary>What the query says about a list: order, columns, page, filter. Immutable.</summary>
internal sealed record ListQuery
{
    private const int DefaultPageSize = 100;
    private const int MostPageSize = 500;

    /// <summary>The columns wanted; null for all.</summary>
    public Columns? Columns { get; private init; }

    /// <summary>The column to sort by; null for the list's own order, empty for none at all.</summary>
    public string? Sort { get; private init; }

    public bool IsReversed { get; private init; }

    /// <summary>The page wanted, from 1; 0 for the whole list.</summary>
    public int Page { get; private init; }

    public int PageSize { get; private init; } = DefaultPageSize;

    /// <summary>Which names are on the list; null for all.</summary>
    public NameFilter? Filter { get; private init; }

    /// <summary>What rows must be like; null for anything.</summary>
    public RowFilter? Rows { get; private init; }

    /// <summary>Reads the query of a list that has no pages.</summary>
    /// <exception cref="ApiException">400: the filter cannot be read.</exception>
    public static ListQuery Read(IQueryCollection query) => new()
    {
        Columns = Columns.Parse(Last(query, "columns")),
        Sort = Last(query, "sort"),
        IsReversed = Last(query, "sort_reverse") == "true",
        Rows = RowFilter.Parse(Last(query, "filter")),
    };

    /// <summary>Reads the query of a list that has pages.</summary>
    /// <exception cref="ApiException">400: there can be no such page.</exception>
    public static ListQuery ReadPaged(IQueryCollection query)
    {
        var list = Read(query);
        if (Last(query, "page") is not { } page)
        {
            return list;
        }

        var size = Last(query, "page_size");
        if (!TryParse(page, out var number) || !TryParse(size ?? "100", out var pageSize))
        {
            throw Invalid();
        }

        if (number < 1 || pageSize is < 1 or > MostPageSize)
        {
            throw new ApiException(
                StatusCodes.Status400BadRequest,
                "invalid_pagination_parameters",
                $"Invalid pagination parameters: page number {page}, page size {size ?? "undefined"}");
        }

        return list with
        {
            Page = number,
            PageSize = pageSize,
            Filter = NameFilter.Parse(Last(query, "name"), Last(query, "use_regex") == "true") ?? throw Invalid(),
        };
    }

    private static ApiException Invalid() => ApiErrors.BadRequest("Pagination parameters are invalid");

    private static string? Last(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values[^1] : null;

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
