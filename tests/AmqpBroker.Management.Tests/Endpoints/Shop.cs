using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using AmqpBroker.Core;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>A broker with the virtual host shop and a user of each kind, and calls as one of them.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private const string Owner = "management";

    private readonly ManagedBroker _broker;
    private readonly HttpClient _http;
    private IConnection? _connection;

    private Shop(ManagedBroker broker)
    {
        _broker = broker;
        _http = new HttpClient();
    }

    /// <param name="configure">Settings of the API.</param>
    public static async Task<Shop> OpenAsync(Action<ManagementOptions>? configure = null)
    {
        var broker = await ManagedBroker.StartAsync(configure: configure);
        await broker.Broker.CreateVirtualHostAsync("shop");
        await broker.Broker.Permissions.SetAsync(new UserPermission("guest", "shop", ".*", ".*", ".*"));
        foreach (var caller in ApiCaller.All)
        {
            if (caller is { Name: { } name, HasWrongPassword: false })
            {
                await AddAsync(broker.Broker, name, caller);
            }
        }

        await broker.Api.PutAsync("/api/queues/shop/q", "{}");
        await broker.Api.PutAsync("/api/exchanges/shop/x", """{"type":"topic"}""");
        await broker.Api.PutAsync("/api/exchanges/shop/y", """{"type":"topic"}""");
        await broker.Api.PostAsync("/api/bindings/shop/e/x/q/q", """{"routing_key":"k"}""");
        await broker.Api.PostAsync("/api/bindings/shop/e/x/e/y", """{"routing_key":"k"}""");
        return new Shop(broker);
    }

    private static async Task AddAsync(Broker broker, string name, ApiCaller caller)
    {
        var hash = PasswordAlgorithms.Hash(Encoding.UTF8.GetBytes(caller.Password), PasswordHashing.Sha256);
        await broker.Users.PutAsync(new User(name, hash, caller.Tag.Length == 0 ? [] : [caller.Tag]));
        if (caller.IsInside)
        {
            await broker.Permissions.SetAsync(new UserPermission(name, "shop", PatternOf("configure"), PatternOf("write"), PatternOf("read")));
        }

        string PatternOf(string right) => right == caller.Lacks ? "^$" : ".*";
    }

    /// <summary>Prepares a call and makes it. The body is read when it tells of a refusal: answers may have no end.</summary>
    public async Task<(int Status, string? Body)> CallAsync(EndpointCall call, ApiCaller caller)
    {
        foreach (var step in call.Before)
        {
            await _broker.Api.SendAsync(new HttpMethod(step.Method), step.Path, step.Body);
        }

        if (call.NeedsConnection)
        {
            await ConnectAsync();
        }

        var answer = await SendAsync(call.Method, Fill(call.Path), call.Body, caller);
        if (caller.HasWrongPassword)
        {
            // Who fails again and again has to wait; the right password is forgiven.
            await SendAsync("GET", "/api/whoami", null, caller with { HasWrongPassword = false });
        }

        if (call is { NeedsConnection: true, Method: "DELETE" } && answer.Status == 204)
        {
            await DisconnectAsync();
        }

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        _http.Dispose();
        await _broker.DisposeAsync();
    }

    private async Task<(int Status, string? Body)> SendAsync(string method, string path, string? body, ApiCaller caller)
    {
        // Otherwise the client would tidy the path up.
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{_broker.Uri.ToString().TrimEnd('/')}{path}", options));
        if (caller.Name is not null)
        {
            var login = $"{caller.Name}:{(caller.HasWrongPassword ? "wrong" : caller.Password)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(login)));
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, path == "/api/login" ? "application/x-www-form-urlencoded" : "application/json");
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : await response.Content.ReadAsStringAsync());
    }

    private string Fill(string path) => path
        .Replace("{node}", _broker.Services.GetRequiredService<BrokerIdentity>().NodeName, StringComparison.Ordinal)
        .Replace("{port}", _broker.Uri.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{connection}", Uri.EscapeDataString(_broker.Broker.Clients.List().FirstOrDefault(static client => client.User == Owner)?.Name ?? "none"), StringComparison.Ordinal);

    private async Task ConnectAsync()
    {
        if (_connection is not null)
        {
            return;
        }

        var factory = new ConnectionFactory
        {
            HostName = "127.0.0.1",
            Port = _broker.AmqpPort,
            VirtualHost = "shop",
            UserName = Owner,
            Password = "secret",
            AutomaticRecoveryEnabled = false,
        };
        _connection = await factory.CreateConnectionAsync();
        await _connection.CreateChannelAsync();
    }

    private async Task DisconnectAsync()
    {
        if (_connection is null)
        {
            return;
        }

        await _connection.DisposeAsync();
        _connection = null;
        await Eventually.TrueAsync(() => _broker.Broker.Clients.List().All(static client => client.User != Owner), "the connection to be gone", CancellationToken.None);
    }
}
