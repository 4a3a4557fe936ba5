using System.IO.MemoryMappedFiles;

namespace AmqpBroker.Storage.Marks;

/// <summary>A mapped part of a mark file.</summary>
internal sealed unsafe class MarkStretch : IDisposable
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _memory;
    private bool _isDisposed;

    public MarkStretch(MemoryMappedViewAccessor view)
    {
        _view = view;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _memory);
        _memory += view.PointerOffset;
    }

    public ref long At(int offset) => ref *(long*)(_memory + offset);

    public long ReadHeader() => At(0);

    public void WriteHeader(long magic) => At(0) = magic;

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}
