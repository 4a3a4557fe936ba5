using System.Text;
using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire;

/// <summary>For rules that are tried on an open channel: channel 1 of a connection of the test's own.</summary>
public abstract class ChannelRules : Rules
{
    private readonly List<(string Class, string Name)> _left = [];
    private WireClient? _client;

    protected WireClient Client => _client!;

    [SetUp]
    public async Task OpenAsync()
    {
        _client = await WireClient.OpenAsync();
        await CallAsync("channel.open");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        if (_left.Count > 0)
        {
            await DeleteWhatIsLeftAsync();
        }
    }

    protected Task SendAsync(string method, params ReadOnlySpan<(string Field, object? Value)> fields) =>
        Client.SendAsync(1, method, fields);

    protected Task<WireMethod> CallAsync(string method, params (string Field, object? Value)[] fields) =>
        Client.CallAsync(1, method, fields);

    protected Task ExpectChannelCloseAsync(int code, string text, string method) =>
        ExpectChannelCloseAsync(Client, code, text, method);

    protected Task ExpectConnectionCloseAsync(int code, string text, string? method) =>
        ExpectConnectionCloseAsync(Client, code, text, method);

    /// <summary>Nothing was sent before the answer to a method that changes nothing.</summary>
    protected Task ExpectNothingAsync() => CallAsync("basic.qos");

    /// <summary>Another connection to the same broker, with channel 1 open; the test disposes it.</summary>
    protected static async Task<WireClient> OpenAnotherAsync()
    {
        var another = await WireClient.OpenAsync();
        await another.CallAsync(1, "channel.open");
        return another;
    }

    /// <summary>Declares an exclusive queue of the test's name.</summary>
    protected Task<WireMethod> DeclareQueueAsync() => CallAsync("queue.declare", ("queue", Name), ("exclusive", true));

    /// <summary>Declares a queue or an exchange that outlives the connection, and has it deleted after the test.</summary>
    protected Task<WireMethod> DeclareAsync(string name, string method, params (string Field, object? Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(method);
        var declared = method.Split('.')[0];
        _left.Add((declared, name));
        return CallAsync(method, [(declared, name), .. fields]);
    }

    /// <summary>Declares an exchange that is deleted after the test.</summary>
    protected Task<WireMethod> DeclareExchangeAsync(string type = "direct") => DeclareAsync(Name, "exchange.declare", ("type", type));

    /// <summary>Publishes to the queue of the test's name.</summary>
    protected Task PublishAsync(string text, WireProperties? properties = null) =>
        Client.PublishAsync(1, string.Empty, Name, Encoding.UTF8.GetBytes(text), properties);

    protected Task<WireMethod> ConsumeAsync(bool noAck = false, string tag = "ctag") =>
        CallAsync("basic.consume", ("queue", Name), ("consumer-tag", tag), ("no-ack", noAck));

    /// <summary>Gets a message of the test's queue.</summary>
    protected async Task<WireContent> GetAsync(bool noAck = true)
    {
        await SendAsync("basic.get", ("queue", Name), ("no-ack", noAck));
        return await Client.ExpectContentAsync("basic.get-ok");
    }

    /// <summary>The test's queue has nothing to get.</summary>
    protected async Task ExpectEmptyAsync()
    {
        await SendAsync("basic.get", ("queue", Name), ("no-ack", true));
        await Client.ExpectAsync("basic.get-empty");
    }

    /// <summary>The ready messages of the test's queue.</summary>
    protected async Task<long> CountAsync() =>
        (await CallAsync("queue.declare", ("queue", Name), ("passive", true))).Number("message-count");

    private async Task DeleteWhatIsLeftAsync()
    {
        await using var client = await OpenAnotherAsync();
        foreach (var (declared, name) in _left)
        {
            await client.CallAsync(1, $"{declared}.delete", (declared, name));
        }
    }
}
