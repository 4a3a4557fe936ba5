using System.Globalization;
using System.Text;
using System.Text.Json;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AmqpBroker.Management.Tests.Json;

public sealed class ListWriterTests
{
    private static readonly RowFormat<Row> Format = new(
        static (writer, row) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", row.Name);
            if (row.Size is { } size)
            {
                writer.WriteStartObject("of");
                writer.WriteNumber("size", size);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        },
        static row => row.Name,
        static (one, other) => string.CompareOrdinal(one.Name, other.Name));

    private static readonly Row[] Rows = [new("b", 2), new("a", 2), new("Ca", null), new("d", 10)];

    [TestCase("", "Ca a b d")]
    [TestCase("sort=of.size", "Ca a b d")]
    [TestCase("sort=of.size&sort_reverse=true", "d b a Ca")]
    [TestCase("sort=name&sort_reverse=yes", "Ca a b d")]
    [TestCase("sort=&sort_reverse=true", "b a Ca d")]
    [TestCase("sort_reverse=true", "d b a Ca")]
    [TestCase("page=1&page_size=3", "Ca a b")]
    [TestCase("page=2&page_size=3", "d")]
    [TestCase("page=1&name=A", "Ca a")]
    [TestCase("name=a", "Ca a b d")]
    [TestCase("page=1&name=^[bd]$&use_regex=true", "b d")]
    [TestCase("page=1&name=zzz", "")]
    [TestCase("filter=A", "Ca a")]
    [TestCase("filter=-a", "b d")]
    [TestCase("filter=name:*A", "Ca a")]
    [TestCase("filter=name:a", "a")]
    [TestCase("filter=of.size>2", "d")]
    [TestCase("filter=of.size>=2", "a b d")]
    [TestCase("filter=of.size<10 name!=a", "Ca b")]
    [TestCase("filter=of.size<=0", "Ca")]
    [TestCase("filter=of.size=2", "a b")]
    [TestCase("filter=of.size:2 -a", "b")]
    [TestCase("filter=  ", "Ca a b d")]
    [TestCase("filter=\"b\"", "b")]
    [TestCase("filter=name:\"b c\"", "")]
    [TestCase("page=1&page_size=1&filter=of.size:2", "a")]
    public void Rows_are_picked_and_sorted(string query, string names)
    {
        using var json = JsonDocument.Parse(Write(query));
        var items = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement : json.RootElement.GetProperty("items");

        Assert.That(items.EnumerateArray().Select(item => item.GetProperty("name").GetString()), Is.EqualTo(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void A_page_says_what_it_is_a_page_of() => Assert.That(
        Write("page=2&page_size=1&name=a&columns=name"),
        Is.EqualTo("""{"filtered_count":2,"item_count":1,"items":[{"name":"a"}],"page":2,"page_count":2,"page_size":1,"total_count":4}"""));

    [Test]
    public void Columns_lead_into_objects() => Assert.That(Write("columns=of.size"), Is.EqualTo("""[[],{"of":{"size":2}},{"of":{"size":2}},{"of":{"size":10}}]"""));

    [TestCase("page=3&page_size=2", "page_out_of_range", "Page out of range, page: 3 page size: 2, len: 4")]
    [TestCase("page=0", "invalid_pagination_parameters", "Invalid pagination parameters: page number 0, page size undefined")]
    [TestCase("page=1&page_size=501", "invalid_pagination_parameters", "Invalid pagination parameters: page number 1, page size 501")]
    [TestCase("page=x", "bad_request", "Pagination parameters are invalid")]
    [TestCase("page=", "bad_request", "Pagination parameters are invalid")]
    [TestCase("page=1&page_size=x", "bad_request", "Pagination parameters are invalid")]
    [TestCase("page=1&name=(&use_regex=true", "bad_request", "Pagination parameters are invalid")]
    [TestCase("filter=of.size>many", "bad_request", "no number behind of.size> in the filter")]
    public void A_page_that_cannot_be_is_refused(string query, string error, string reason)
    {
        var refusal = Assert.Throws<ApiException>(() => Write(query))!;

        Assert.That((refusal.Status, refusal.Error, refusal.Message), Is.EqualTo((400, error, reason)));
    }

    [Test]
    public void A_hundred_thousand_rows_are_sorted_by_a_column_that_is_nowhere_but_in_the_row()
    {
        Row[] rows = [.. Enumerable.Range(0, 100_000).Select(number => new Row(number.ToString("D6", CultureInfo.InvariantCulture), 100_000 - number))];

        Assert.That(Write("page=1&page_size=1&sort=of.size", rows), Does.Contain("099999"));
    }

    private static string Write(string query, Row[]? rows = null)
    {
        using var buffer = new PooledBuffer();
        var parsed = new QueryCollection(QueryHelpers.ParseQuery(query));
        new ListWriter<Row>(Format, ListQuery.ReadPaged(parsed)).Write(buffer, rows ?? [.. Rows]);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private sealed record Row(string Name, int? Size);
}
