using System.Text.Json.Nodes;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Tests.Events;

/// <summary>What listeners to events are sent, on a clock that the test moves.</summary>
public sealed class EventsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync(services: services => services.AddSingleton<TimeProvider>(_clock));

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task The_state_comes_at_once_and_again_with_each_sample()
    {
        using var listener = await ListenAsync("?overview=true");
        var first = await listener.NextAsync();

        _clock.Advance(TimeSpan.FromSeconds(5));
        var second = await listener.NextAsync();

        Assert.That((first.Name, second.Name), Is.EqualTo(("overview", "overview")));
        Assert.That((int)second.Data!["object_totals"]!["queues"]!, Is.Zero);
    }

    [Test]
    public async Task An_alarm_is_told_as_soon_as_it_stands()
    {
        using var listener = await ListenAsync("?alarms=true");
        var before = await listener.NextAsync();

        _broker.Broker.Alarms.Set(AlarmCauses.DiskFailure, stands: true);
        var after = await listener.NextAsync();

        Assert.That((before.Data!.ToJsonString(), after.Data!.ToJsonString()), Is.EqualTo(("""{"alarms":[]}""", """{"alarms":["disk"]}""")));
    }

    [Test]
    public async Task A_queue_is_followed_until_it_is_gone()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q");
        using var listener = await ListenAsync("?vhost=%2F&queue=q");
        var there = await listener.NextAsync();

        await _broker.Api.DeleteAsync("/api/queues/%2F/q");
        _clock.Advance(TimeSpan.FromSeconds(5));
        var gone = await listener.NextAsync();

        Assert.That(((string?)there.Data!["name"], gone.Data), Is.EqualTo(("q", (JsonNode?)null)));
        Assert.That(await listener.HasEndedAsync(), Is.True);
    }

    [Test]
    public async Task Without_a_word_overview_and_alarms_come()
    {
        using var listener = await ListenAsync("");

        Assert.That(((await listener.NextAsync()).Name, (await listener.NextAsync()).Name), Is.EqualTo(("overview", "alarms")));
    }

    [TestCase("?queue=missing", 404)]
    [TestCase("?vhost=nowhere&queue=q", 404)]
    [TestCase("?overview=true&msg_rates_age=1&msg_rates_incr=0", 400)]
    public async Task What_cannot_be_followed_is_said_at_once(string query, int status) =>
        Assert.That((await _broker.Api.GetAsync("/api/events" + query)).Status, Is.EqualTo(status));

    private async Task<Listener> ListenAsync(string query)
    {
        var http = new HttpClient { Timeout = Patience };
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_broker.Uri, "/api/events" + query));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("guest:guest"u8));
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        return new Listener(http, request, answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    private sealed class Listener(HttpClient http, HttpRequestMessage request, HttpResponseMessage answer, StreamReader reader) : IDisposable
    {
        public async Task<(string Name, JsonNode? Data)> NextAsync()
        {
            var name = await reader.ReadLineAsync().WaitAsync(Patience);
            var data = await reader.ReadLineAsync().WaitAsync(Patience);
            await reader.ReadLineAsync().WaitAsync(Patience);
            return (name!["event: ".Length..], JsonNode.Parse(data!["data: ".Length..]));
        }

        public async Task<bool> HasEndedAsync() => await reader.ReadLineAsync().WaitAsync(Patience) is null;

        public void Dispose()
        {
            reader.Dispose();
            answer.Dispose();
            request.Dispose();
            http.Dispose();
        }
    }
}
