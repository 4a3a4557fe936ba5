namespace AmqpBroker.Configuration;

/// <summary>One configuration key as it is told to people: in the help, in the README.</summary>
internal sealed record Setting(string Key, string Default, string Description);
