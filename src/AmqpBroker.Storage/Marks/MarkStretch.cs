using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;

namespace AmqpBroker.Storage.Marks;

/// <summary>A mapped part of a mark file.</summary>
/// <remarks>
/// It stays mapped until nobody refers to one of its marks: a late store then reaches the file, or one that is no more, and not memory
/// that is somebody else's.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The view's handle unmaps it when it is collected; see the remarks.")]
internal sealed unsafe class MarkStretch
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _memory;

    public MarkStretch(MemoryMappedViewAccessor view)
    {
        _view = view;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _memory);
        _memory += view.PointerOffset;
    }

    public ref long At(int offset) => ref *(long*)(_memory + offset);

    public long ReadHeader() => At(0);

    public void WriteHeader(long magic) => At(0) = magic;
}
