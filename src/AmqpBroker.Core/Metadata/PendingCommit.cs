namespace AmqpBroker.Core.Metadata;

/// <summary>A command on its way into the journal; the task of those that wait for their turn ends when it is safe.</summary>
internal sealed class PendingCommit(MetadataCommand command) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public MetadataCommand Command { get; } = command;

    public byte Kind { get; } = (byte)MetadataCodec.KindOf(command);

    public byte[] Payload { get; } = MetadataCodec.Encode(command);
}
