using AmqpBroker.Core.Users;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AmqpBroker.Server.Tests.Hosting;

/// <summary>A whole broker whose data lies on a disk in memory.</summary>
internal sealed class BrokerOnDisk : IAsyncDisposable
{
    private readonly IHost _host;

    private BrokerOnDisk(IHost host) => _host = host;

    /// <param name="directory">Where lock and marks lie; everything else only has its name from there.</param>
    /// <param name="files">The disk.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="stopTime">How long a stop may take.</param>
    public static async Task<BrokerOnDisk> StartAsync(
        TempDirectory directory, FaultyFiles files, CancellationToken cancellationToken, TimeSpan? stopTime = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IStorageFiles>(files);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = stopTime ?? TimeSpan.FromSeconds(10));
        builder.Services.AddAmqpBroker(options =>
        {
            options.Amqp.Address = "127.0.0.1";
            options.Amqp.Port = AmqpOptions.AnyFreePort;
            options.Amqp.PasswordHashing = PasswordHashing.Sha256; // the slow hash would be most of these tests
            options.Storage.DataDirectory = directory.File("data");
        });
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new BrokerOnDisk(host);
    }

    /// <summary>Connects a client with channel 1, in confirm mode.</summary>
    public async Task<RawAmqpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var endPoint = _host.Services.GetRequiredService<AmqpBrokerEndpoints>().Amqp.Single();
        var client = await RawAmqpClient.ConnectAsync(
            new BrokerEndpoint("127.0.0.1", endPoint.Port), HandshakeStage.ChannelOpen, cancellationToken);
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, new ConfirmSelect(NoWait: false), cancellationToken);
        return client;
    }

    public static Task DeclareAsync(RawAmqpClient client, string queue, CancellationToken cancellationToken) =>
        client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = queue, Durable = true }, cancellationToken);

    public static Task PublishAsync(RawAmqpClient client, string queue, byte number, CancellationToken cancellationToken) =>
        client.PublishAsync(
            1, new BasicPublish("", queue, false, false), BodyOf(number), cancellationToken, new BasicProperties { DeliveryMode = 2 });

    // A file that grows, since no spare one was ready, is as long as its records: longer than what a held disk still reads of it.
    private static byte[] BodyOf(byte number)
    {
        var body = new byte[FaultyFiles.FirstBytes];
        body[0] = number;
        return body;
    }

    /// <summary>Takes everything out of a queue.</summary>
    public static async Task<List<byte>> DrainAsync(RawAmqpClient client, string queue, CancellationToken cancellationToken)
    {
        var numbers = new List<byte>();
        while (true)
        {
            await client.SendAsync(1, new BasicGet(queue, NoAck: true), cancellationToken);
            var got = (ReceivedMethod)await client.ReceiveAsync(cancellationToken);
            if (got.Id == MethodId.BasicGetEmpty)
            {
                return numbers;
            }

            numbers.Add(got.Body![0]); // get-ok comes with a content
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
