using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>Octets that a client must not send on an open channel 1, and what it gets for them.</summary>
internal static class Offence
{
    /// <param name="name">The test's name: a sentence about the behaviour.</param>
    /// <param name="octets">One or more whole or forged frames.</param>
    /// <param name="closing">The close method that answers them.</param>
    public static TestCaseData Of(string name, IEnumerable<byte> octets, Closing closing) =>
        new TestCaseData(octets.ToArray(), closing).SetName(name.Replace(' ', '_'));
}
