using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class ConnectionStartOk : Rules
{
    private static FieldTable Login => new() { { "LOGIN", Broker.Uri.User }, { "PASSWORD", Broker.Uri.Password } };

    [Test]
    public async Task With_PLAIN_logs_in()
    {
        await using var client = await SendAsync("PLAIN", WireClient.Plain(Broker.Uri.User, Broker.Uri.Password));

        await client.ExpectAsync("connection.tune", channel: 0);
    }

    [Test]
    public async Task With_AMQPLAIN_logs_in_by_a_table_without_its_length()
    {
        await using var client = await SendAsync("AMQPLAIN", Login.Entries());

        await client.ExpectAsync("connection.tune", channel: 0);
    }

    [Test]
    public async Task With_AMQPLAIN_and_a_table_with_its_length_is_refused()
    {
        var response = new WireWriter();
        Login.Write(response);

        await using var client = await SendAsync("AMQPLAIN", response.ToArray(), locale: "en_US", new FieldTable());

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task With_any_locale_logs_in()
    {
        await using var client = await SendAsync("PLAIN", WireClient.Plain(Broker.Uri.User, Broker.Uri.Password), "xx_YY");

        await client.ExpectAsync("connection.tune", channel: 0);
    }

    [Test]
    public async Task With_a_wrong_password_closes_the_connection_with_403()
    {
        await using var client = await SendAsync("PLAIN", WireClient.Plain(Broker.Uri.User, "wrong"));

        await ExpectRefusalAsync(client, "PLAIN");
    }

    [Test]
    public async Task With_an_unknown_user_closes_the_connection_with_403()
    {
        await using var client = await SendAsync("PLAIN", WireClient.Plain(Name, "wrong"));

        await ExpectRefusalAsync(client, "PLAIN");
    }

    [Test]
    public async Task With_AMQPLAIN_and_a_wrong_password_closes_the_connection_with_403()
    {
        var response = new FieldTable { { "LOGIN", Broker.Uri.User }, { "PASSWORD", "wrong" } };

        await using var client = await SendAsync("AMQPLAIN", response.Entries());

        await ExpectRefusalAsync(client, "AMQPLAIN");
    }

    [Test]
    public async Task With_a_wrong_password_but_without_the_capability_is_dropped_without_a_word()
    {
        await using var client = await SendAsync("PLAIN", WireClient.Plain(Broker.Uri.User, "wrong"), "en_US", new FieldTable());

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task With_an_unknown_mechanism_is_dropped_without_a_word()
    {
        await using var client = await SendAsync("SCRAM-SHA-1", []);

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task With_a_mechanism_in_lower_case_is_dropped_without_a_word()
    {
        await using var client = await SendAsync("plain", WireClient.Plain(Broker.Uri.User, Broker.Uri.Password));

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task With_a_malformed_PLAIN_response_is_dropped_without_a_word()
    {
        await using var client = await SendAsync("PLAIN", "guest"u8.ToArray());

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task With_an_authorization_identity_is_dropped_without_a_word()
    {
        await using var client = await SendAsync("PLAIN", [.. "zid"u8, .. WireClient.Plain(Broker.Uri.User, Broker.Uri.Password)]);

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task Must_come_before_connection_open()
    {
        await using var client = await WireClient.ConnectAsync();
        await client.SendProtocolHeaderAsync();
        await client.ExpectAsync("connection.start", channel: 0);

        await client.SendAsync(0, "connection.open", ("virtual-host", Vhost));

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task Must_come_before_channel_open()
    {
        await using var client = await WireClient.ConnectAsync();
        await client.SendProtocolHeaderAsync();
        await client.ExpectAsync("connection.start", channel: 0);

        await client.SendAsync(1, "channel.open");

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task Of_more_than_4096_octets_is_accepted()
    {
        var properties = WireClient.AllCapabilities;
        properties.Add("information", new string('x', 5_000));

        await using var client = await SendAsync("PLAIN", WireClient.Plain(Broker.Uri.User, Broker.Uri.Password), "en_US", properties);

        await client.ExpectAsync("connection.tune", channel: 0);
    }

    private static Task<WireClient> SendAsync(string mechanism, byte[] response, string locale = "en_US") =>
        SendAsync(mechanism, response, locale, WireClient.AllCapabilities);

    private static async Task<WireClient> SendAsync(string mechanism, byte[] response, string locale, FieldTable properties)
    {
        var client = await WireClient.ConnectAsync();
        await client.SendProtocolHeaderAsync();
        await client.ExpectAsync("connection.start", channel: 0);
        await client.SendAsync(
            0,
            "connection.start-ok",
            ("client-properties", properties),
            ("mechanism", mechanism),
            ("response", response),
            ("locale", locale));
        return client;
    }

    private static async Task ExpectRefusalAsync(WireClient client, string mechanism)
    {
        var text = $"ACCESS_REFUSED - Login was refused using authentication mechanism {mechanism}. For details see the broker logfile.";
        AssertWords(await client.ExpectAsync("connection.close", channel: 0), 403, text, method: null);
        await client.ExpectEndAsync();
    }
}
