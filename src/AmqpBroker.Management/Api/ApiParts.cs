using AmqpBroker.Management.Access;
using AmqpBroker.Management.Hosting;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Api;

/// <summary>What all resources of the API share.</summary>
internal sealed record ApiParts(ManagementOptions Options, ApiCors Cors, Authenticator Authenticator, IServiceProvider Services, ILogger Logger);
