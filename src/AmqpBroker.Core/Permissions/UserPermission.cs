namespace AmqpBroker.Core.Permissions;

/// <summary>What a user may do in a virtual host: regular expressions that names of queues and exchanges are to match. None allows nothing.</summary>
/// <param name="User">The user.</param>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Configure">What it may declare and delete.</param>
/// <param name="Write">What it may publish or bind to.</param>
/// <param name="Read">What it may consume or bind from.</param>
public sealed record UserPermission(string User, string VirtualHost, string Configure, string Write, string Read);
