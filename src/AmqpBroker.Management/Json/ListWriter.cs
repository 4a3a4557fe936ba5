using System.Text.Json;
using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Json;

/// <summary>Writes a list, or a page of it: rows are picked and put into order first, and only those that are shown are written.</summary>
internal sealed class ListWriter<T>(RowFormat<T> format, ListQuery query)
{
    /// <exception cref="ApiException">400: there is no such page.</exception>
    public void Write(PooledBuffer buffer, T[] rows)
    {
        using var scratch = new PooledBuffer();
        using var rowWriter = new Utf8JsonWriter(scratch, JsonAnswer.WriterOptions);
        var picked = query.Filter is { } filter ? Array.FindAll(rows, row => filter.IsMatch(format.Name(row))) : rows;
        picked = query.Rows is { } wanted ? Pick(picked, wanted, scratch, rowWriter) : picked;
        picked = InOrder(picked, scratch, rowWriter);
        using var writer = new Utf8JsonWriter(buffer, JsonAnswer.WriterOptions);
        if (query.Page == 0)
        {
            WriteRows(writer, picked, scratch, rowWriter);
        }
        else
        {
            WritePage(writer, picked, rows.Length, scratch, rowWriter);
        }
    }

    private void WritePage(Utf8JsonWriter writer, T[] picked, int total, PooledBuffer scratch, Utf8JsonWriter rowWriter)
    {
        var first = (query.Page - 1L) * query.PageSize;
        if (query.Page > 1 && first >= picked.Length)
        {
            throw new ApiException(
                StatusCodes.Status400BadRequest,
                "page_out_of_range",
                $"Page out of range, page: {query.Page} page size: {query.PageSize}, len: {picked.Length}");
        }

        var page = picked.AsSpan((int)first, Math.Min(query.PageSize, picked.Length - (int)first));
        writer.WriteStartObject();
        writer.WriteNumber("filtered_count", picked.Length);
        writer.WriteNumber("item_count", page.Length);
        writer.WritePropertyName("items");
        WriteRows(writer, page, scratch, rowWriter);
        writer.WriteNumber("page", query.Page);
        writer.WriteNumber("page_count", (picked.Length + query.PageSize - 1) / query.PageSize);
        writer.WriteNumber("page_size", query.PageSize);
        writer.WriteNumber("total_count", total);
        writer.WriteEndObject();
    }

    private void WriteRows(Utf8JsonWriter writer, ReadOnlySpan<T> rows, PooledBuffer scratch, Utf8JsonWriter rowWriter)
    {
        writer.WriteStartArray();
        foreach (var row in rows)
        {
            if (query.Columns is { } columns)
            {
                columns.Copy(WriteAlone(row, scratch, rowWriter), writer);
            }
            else
            {
                format.Write(writer, row);
            }
        }

        writer.WriteEndArray();
    }

    private T[] Pick(T[] rows, RowFilter filter, PooledBuffer scratch, Utf8JsonWriter rowWriter)
    {
        foreach (var term in filter.Terms)
        {
            if (term.Column.Length == 0)
            {
                rows = Array.FindAll(rows, row => term.IsMatch(format.Text(row)));
            }
            else
            {
                var value = KeyOf(term.Column, scratch, rowWriter);
                rows = Array.FindAll(rows, row => term.IsMatch(value(row)));
            }
        }

        return rows;
    }

    private T[] InOrder(T[] rows, PooledBuffer scratch, Utf8JsonWriter rowWriter)
    {
        if (query.Sort is "")
        {
            return rows;
        }

        Array.Sort(rows, format.Order);
        if (query.Sort is { } column)
        {
            var key = KeyOf(column, scratch, rowWriter);
            rows = [.. rows.OrderBy(key)];
        }

        if (query.IsReversed)
        {
            Array.Reverse(rows);
        }

        return rows;
    }

    private Func<T, SortKey> KeyOf(string column, PooledBuffer scratch, Utf8JsonWriter rowWriter)
    {
        if (format.SortKeys.TryGetValue(column, out var key))
        {
            return key;
        }

        var path = column.Split('.');
        return row => SortKey.Find(WriteAlone(row, scratch, rowWriter), path);
    }

    private ReadOnlySpan<byte> WriteAlone(T row, PooledBuffer scratch, Utf8JsonWriter rowWriter)
    {
        scratch.Clear();
        rowWriter.Reset();
        format.Write(rowWriter, row);
        rowWriter.Flush();
        return scratch.Written.Span;
    }
}
