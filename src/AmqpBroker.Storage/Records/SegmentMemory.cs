using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AmqpBroker.Storage.Records;

/// <summary>Memory for segments, outside the GC heap.</summary>
/// <remarks>
/// Large blocks are mapped and unmapped, so that what a backlog took goes back to the system when it has gone: the C library keeps
/// for itself what lies between blocks still in use, which after a few bursts was most of it.
/// </remarks>
internal static unsafe partial class SegmentMemory
{
    /// <summary>Blocks from this size on are mapped, in bytes.</summary>
    private const int MappedFrom = 256 * 1024;

    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    /// <summary>Takes memory; its contents are undefined.</summary>
    /// <exception cref="InsufficientMemoryException">There is none.</exception>
    [SuppressMessage("Design", "MA0012:Do not raise reserved exception type", Justification = "It is what it says, and what the allocator of the other blocks throws.")]
    public static byte* Allocate(int bytes)
    {
        if (!IsMapped(bytes))
        {
            return (byte*)NativeMemory.Alloc((nuint)bytes);
        }

        var memory = Map(0, (nuint)bytes, ReadWrite, PrivateAnonymous, -1, 0);
        return memory == -1 ? throw new InsufficientMemoryException($"the system has no {bytes} bytes of memory for messages") : (byte*)memory;
    }

    /// <summary>Gives memory back.</summary>
    public static void Free(byte* memory, int bytes)
    {
        if (memory is null)
        {
            return;
        }

        if (IsMapped(bytes))
        {
            // Fails for a wrong address only.
            _ = Unmap((nint)memory, (nuint)bytes);
        }
        else
        {
            NativeMemory.Free(memory);
        }
    }

    [SupportedOSPlatformGuard("linux")]
    private static bool IsMapped(int bytes) => bytes >= MappedFrom && OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    [SupportedOSPlatform("linux")]
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, long offset);

    [SupportedOSPlatform("linux")]
    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(nint address, nuint length);
}
