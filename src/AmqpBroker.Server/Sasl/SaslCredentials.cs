namespace AmqpBroker.Server.Sasl;

/// <summary>What a client proved itself with.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Password">The password, UTF-8.</param>
internal readonly record struct SaslCredentials(string User, byte[] Password);
