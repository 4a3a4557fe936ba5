using System.Net;
using System.Text;
using AmqpBroker.Core.Users;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Users;

[CancelAfter(60_000)]
public sealed class AuthenticatorTests
{
    private static readonly IPAddress Far = IPAddress.Parse("192.0.2.1");

    private readonly FakeTimeProvider _clock = new();
    private Broker _broker = null!; // made for each test

    [SetUp]
    public void SetUp() => _broker = new Broker(_clock);

    [TearDown]
    public void TearDown() => _broker.Dispose();

    [TestCase("guest", "guest", "127.0.0.1", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "127.1.2.3", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "::1", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "::ffff:127.0.0.1", ExpectedResult = LoginOutcome.Accepted)]
    [TestCase("guest", "guest", "192.0.2.1", ExpectedResult = LoginOutcome.OnlyFromLoopback)]
    [TestCase("guest", "guest", null, ExpectedResult = LoginOutcome.OnlyFromLoopback)]
    [TestCase("guest", "Guest", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("guest", "guest ", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("guest", "", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("Guest", "guest", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("", "", "127.0.0.1", ExpectedResult = LoginOutcome.WrongCredentials)]
    [TestCase("other", "guest", "192.0.2.1", ExpectedResult = LoginOutcome.WrongCredentials, Description = "a stranger learns nothing of the rule")]
    public async Task<LoginOutcome> A_login_is_judged(string user, string password, string? address) =>
        (await LogInAsync(user, password, address is null ? null : IPAddress.Parse(address))).Outcome;

    [Test]
    public async Task A_user_not_bound_to_this_machine_comes_in_from_anywhere()
    {
        await PutAsync("alice", "secret");

        var login = await LogInAsync("alice", "secret", Far);

        Assert.That((login.Outcome, login.User!.Name), Is.EqualTo((LoginOutcome.Accepted, "alice")));
    }

    [Test]
    public async Task A_right_password_is_hashed_once_until_the_user_changes()
    {
        await PutAsync("alice", "secret");
        await LogInAsync("alice", "secret", Far);
        await LogInAsync("alice", "secret", Far);
        var before = _broker.Authenticator.Hashed;
        await PutAsync("alice", "other");
        var old = await LogInAsync("alice", "secret", Far);
        var changed = await LogInAsync("alice", "other", Far);

        Assert.That(
            (before, old.Outcome, changed.Outcome, _broker.Authenticator.Hashed),
            Is.EqualTo((1L, LoginOutcome.WrongCredentials, LoginOutcome.Accepted, 3L)));
    }

    [Test]
    public async Task A_deleted_user_is_not_remembered()
    {
        await PutAsync("alice", "secret");
        await LogInAsync("alice", "secret", Far);
        await _broker.Users.DeleteAsync("alice");

        Assert.That((await LogInAsync("alice", "secret", Far)).Outcome, Is.EqualTo(LoginOutcome.WrongCredentials));
    }

    [Test]
    public async Task A_user_without_a_password_comes_in_by_other_means_alone()
    {
        await _broker.Users.PutAsync(new User("alice", PasswordHash.Blank(), []));

        var blank = await LogInAsync("alice", "", Far);
        var external = _broker.Authenticator.AuthenticateExternally("alice", Far);
        var unknown = _broker.Authenticator.AuthenticateExternally("bob", Far);
        var bound = _broker.Authenticator.AuthenticateExternally("guest", Far);

        Assert.That(
            (blank.Outcome, external.Outcome, unknown.Outcome, bound.Outcome),
            Is.EqualTo((LoginOutcome.WrongCredentials, LoginOutcome.Accepted, LoginOutcome.WrongCredentials, LoginOutcome.OnlyFromLoopback)));
    }

    [Test]
    public async Task After_failures_even_the_right_password_waits_and_others_elsewhere_do_not()
    {
        await PutAsync("alice", "secret");
        await FailAsync(5);

        var waiting = LogInAsync("alice", "secret", Far).AsTask();
        var elsewhere = await LogInAsync("alice", "secret", IPAddress.Parse("192.0.2.2"));
        var wasWaiting = !waiting.IsCompleted;
        _clock.Advance(LoginThrottle.LongestDelay);

        Assert.That(((await waiting).Outcome, wasWaiting, elsewhere.Outcome), Is.EqualTo((LoginOutcome.Accepted, true, LoginOutcome.Accepted)));
    }

    [Test]
    public async Task Many_guesses_at_once_are_not_all_looked_at()
    {
        await PutAsync("alice", "secret");
        await LogInAsync("alice", "secret", IPAddress.Parse("192.0.2.2"));

        var guesses = Enumerable.Range(0, 100).Select(number => LogInAsync("alice", $"guess {number}", Far).AsTask()).ToArray();
        var outcomes = guesses.Where(static guess => guess.IsCompleted).Select(static guess => guess.Result.Outcome).ToArray();
        await DrainAsync(guesses);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.Count(static outcome => outcome == LoginOutcome.WrongCredentials), Is.AtMost(LoginThrottle.FreeFailures));
            Assert.That(outcomes.Count(static outcome => outcome == LoginOutcome.TooManyFailures), Is.AtLeast(50));
        }
    }

    [Test]
    public async Task A_client_that_goes_away_does_not_wait_on()
    {
        await FailAsync(5);
        using var gone = new CancellationTokenSource();

        var waiting = _broker.Authenticator.AuthenticateAsync("alice", "x"u8.ToArray(), Far, gone.Token).AsTask();
        await gone.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            // Its turn has come before it begins.
            _clock.Advance(LoginThrottle.LongestDelay);
            await LogInAsync("nobody", "x", Far);
        }
    }

    private async Task DrainAsync(Task[] guesses)
    {
        while (!Array.TrueForAll(guesses, static guess => guess.IsCompleted))
        {
            _clock.Advance(LoginThrottle.LongestDelay);
            await Task.Yield();
        }
    }

    private async Task PutAsync(string user, string password) => await _broker.Users.PutAsync(new User(user, _broker.Users.Hash(password), []));

    private ValueTask<LoginResult> LogInAsync(string user, string password, IPAddress? address) =>
        _broker.Authenticator.AuthenticateAsync(user, Encoding.UTF8.GetBytes(password), address);
}
