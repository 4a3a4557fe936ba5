namespace AmqpBroker.Core.Exchanges;

/// <summary>A place in the trie of topic patterns: what follows after the words on the way here.</summary>
internal sealed class TopicNode
{
    private Dictionary<string, TopicNode>? _words;

    /// <summary>Bindings whose pattern ends here.</summary>
    public List<Binding> Bindings { get; } = [];

    /// <summary>What follows after <c>*</c>.</summary>
    public TopicNode? AnyWord { get; private set; }

    /// <summary>What follows after <c>#</c>.</summary>
    public TopicNode? AnyWords { get; private set; }

    public bool IsEmpty => Bindings.Count == 0 && AnyWord is null && AnyWords is null && _words is null;

    /// <summary>What follows after a literal word.</summary>
    public TopicNode? Word(string word) => _words?.GetValueOrDefault(word);

    /// <summary>What follows after a word of a pattern, wildcards included.</summary>
    public TopicNode? Child(string patternWord) => patternWord switch
    {
        "*" => AnyWord,
        "#" => AnyWords,
        _ => Word(patternWord),
    };

    public TopicNode GetOrAddChild(string patternWord)
    {
        if (Child(patternWord) is { } child)
        {
            return child;
        }

        child = new TopicNode();
        switch (patternWord)
        {
            case "*":
                AnyWord = child;
                break;
            case "#":
                AnyWords = child;
                break;
            default:
                (_words ??= new(StringComparer.Ordinal)).Add(patternWord, child);
                break;
        }

        return child;
    }

    public void RemoveChild(string patternWord)
    {
        switch (patternWord)
        {
            case "*":
                AnyWord = null;
                break;
            case "#":
                AnyWords = null;
                break;
            default:
                _words?.Remove(patternWord);
                if (_words is { Count: 0 })
                {
                    _words = null;
                }

                break;
        }
    }
}
