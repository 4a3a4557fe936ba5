namespace AmqpBroker.Storage.Marks;

/// <summary>One value that outlives the process. Guarded by whoever allotted it.</summary>
public sealed class Mark
{
    private readonly MarkStretch _stretch;
    private readonly int _offset;

    internal Mark(MarkStretch stretch, int offset)
    {
        _stretch = stretch;
        _offset = offset;
    }

    /// <summary>The value.</summary>
    public long Value
    {
        get => Volatile.Read(ref _stretch.At(_offset + sizeof(long)));
        set => Volatile.Write(ref _stretch.At(_offset + sizeof(long)), value);
    }

    internal long Id => Volatile.Read(ref _stretch.At(_offset));

    internal void Begin(long id)
    {
        Value = 0;
        Volatile.Write(ref _stretch.At(_offset), id);
    }
}
