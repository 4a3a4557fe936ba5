namespace AmqpBroker.Core.Users;

/// <summary>How new passwords are hashed. Hashes of every kind are accepted, whatever is chosen here.</summary>
public enum PasswordHashing
{
    /// <summary>PBKDF2 with SHA-256: slow to guess. RabbitMQ does not know it.</summary>
    Pbkdf2,

    /// <summary>One round of salted SHA-256, RabbitMQ's default: for definitions that RabbitMQ is to import.</summary>
    Sha256,

    /// <summary>One round of salted SHA-512, which RabbitMQ knows, too.</summary>
    Sha512,
}
