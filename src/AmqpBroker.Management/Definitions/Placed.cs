namespace AmqpBroker.Management.Definitions;

/// <summary>Something that was read, and the object that said it.</summary>
internal sealed record Placed<T>(T Value, DefinitionItem Item)
{
    /// <summary>Sees to it that nothing is wrong with it.</summary>
    /// <exception cref="DefinitionsException">Something is.</exception>
    public void Require(string? flaw)
    {
        if (flaw is not null)
        {
            throw Item.Flaw(flaw);
        }
    }
}
