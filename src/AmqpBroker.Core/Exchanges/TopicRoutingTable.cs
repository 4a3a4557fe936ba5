namespace AmqpBroker.Core.Exchanges;

/// <summary>
/// Matches patterns of words separated by dots: <c>*</c> is one word, which may be empty, <c>#</c> any number of words;
/// both only as whole words. The empty key has no words.
/// </summary>
/// <remarks>A trie of words: what a match costs depends on the words of the key, hardly on how many patterns there are.</remarks>
internal sealed class TopicRoutingTable : IRoutingTable
{
    private readonly TopicNode _root = new();

    // Places already tried: several '#' in a row of patterns would otherwise be tried in every combination.
    private readonly HashSet<(TopicNode Node, int Word)> _tried = [];

    /// <summary>Places of the trie that the last match came to: what it cost.</summary>
    internal int Visited { get; private set; }

    /// <summary>Whether nothing is left in the trie.</summary>
    internal bool IsEmpty => _root.IsEmpty;

    public void Add(Binding binding)
    {
        var node = _root;
        foreach (var word in WordsOf(binding.RoutingKey))
        {
            node = node.GetOrAddChild(word);
        }

        node.Bindings.Add(binding);
    }

    public void Remove(Binding binding)
    {
        var words = WordsOf(binding.RoutingKey);
        var path = new Stack<TopicNode>();
        var node = _root;
        foreach (var word in words)
        {
            path.Push(node);
            if (node.Child(word) is not { } child)
            {
                return;
            }

            node = child;
        }

        node.Bindings.Remove(binding);
        for (var i = words.Length - 1; i >= 0 && node.IsEmpty; i--)
        {
            node = path.Pop();
            node.RemoveChild(words[i]);
        }
    }

    public void Match(in RoutingContext message, BindingMatches matches)
    {
        _tried.Clear();
        Visited = 0;
        Match(_root, WordsOf(message.RoutingKey), 0, matches);
    }

    private static string[] WordsOf(string key) => key.Length == 0 ? [] : key.Split('.');

    private void Match(TopicNode node, string[] words, int index, BindingMatches matches)
    {
        Visited++;
        if (node.AnyWords is { } anyWords)
        {
            // Whoever came here before tried all the words behind, too.
            for (var rest = index; rest <= words.Length && _tried.Add((anyWords, rest)); rest++)
            {
                Match(anyWords, words, rest, matches);
            }
        }

        if (index == words.Length)
        {
            foreach (var binding in node.Bindings)
            {
                matches.Add(binding);
            }

            return;
        }

        if (node.AnyWord is { } anyWord)
        {
            Match(anyWord, words, index + 1, matches);
        }

        if (node.Word(words[index]) is { } next)
        {
            Match(next, words, index + 1, matches);
        }
    }
}
