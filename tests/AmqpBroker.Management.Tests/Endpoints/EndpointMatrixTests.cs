using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>Every endpoint, called by every kind of user.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class EndpointMatrixTests
{
    private static readonly IReadOnlyList<EndpointCall> Calls = EndpointCall.ReadAll();

    private static Shop? _shop;

    [OneTimeSetUp]
    public static async Task OpenAsync() => _shop = await Shop.OpenAsync();

    [OneTimeTearDown]
    public static async Task CloseAsync()
    {
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }
    }

    [Test]
    public void Every_endpoint_says_who_may_call_it() => Assert.That(
        Calls.Select(static call => call.Endpoint), Is.EquivalentTo(ApiEndpoints.Collect().Select(static endpoint => $"{endpoint.Method} {endpoint.Path}")));

    [TestCaseSource(nameof(Endpoints))]
    public async Task An_endpoint_lets_in_who_may_and_refuses_the_others_in_the_words_of_RabbitMQ(string endpoint)
    {
        var call = Calls.Single(call => call.Endpoint == endpoint);
        var differences = new List<string>();
        foreach (var caller in ApiCaller.All)
        {
            var expected = ExpectedAnswer.Of(call, caller);

            var answer = await _shop!.CallAsync(call, caller);

            if (answer.Status != expected.Status || (expected.Body is not null && answer.Body != expected.Body))
            {
                differences.Add($"{caller}: {answer.Status} {answer.Body} instead of {expected.Status} {expected.Body}");
            }
        }

        Assert.That(differences, Is.Empty);
    }

    private static IEnumerable<TestCaseData> Endpoints() => Calls.Select(static call => new TestCaseData(call.Endpoint));
}
