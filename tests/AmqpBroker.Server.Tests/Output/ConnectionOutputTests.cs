using System.IO.Pipelines;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Output;
using AmqpBroker.TestKit;

namespace AmqpBroker.Server.Tests.Output;

public sealed class ConnectionOutputTests
{
    private static readonly int FrameLength = TestKit.Wire.RawAmqpClient.Encode(1, default(BasicQosOk)).Length;

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 1000, resumeWriterThreshold: 500, useSynchronizationContext: false));

    [Test]
    public async Task What_is_written_leaves_with_the_flush()
    {
        var output = new ConnectionOutput(_pipe.Writer);

        output.Write(1, default(BasicQosOk));
        Assert.That(_pipe.Reader.TryRead(out _), Is.False);
        output.Flush();

        Assert.That((await _pipe.Reader.ReadAsync()).Buffer.Length, Is.EqualTo(FrameLength));
    }

    [Test]
    public void A_flush_of_nothing_does_not_count()
    {
        var output = new ConnectionOutput(_pipe.Writer);

        output.Flush();
        Assert.That(output.Flushes, Is.Zero);
        output.SendHeartbeat();

        Assert.That(output.Flushes, Is.EqualTo(1));
    }

    [Test]
    public async Task While_a_flush_waits_what_comes_waits_too_and_goes_in_order()
    {
        var output = Filled();
        for (ulong tag = 1; tag <= 1000; tag++)
        {
            output.Write(1, new BasicAck(tag, false));
        }

        Assert.That(output.IsWritable, Is.False);

        var received = await ReadAllAsync(FrameLength * 100 + AckLength * 1000);

        var acks = received.AsSpan(FrameLength * 100);
        for (ulong tag = 1; tag <= 1000; tag++)
        {
            Assert.That(acks[..AckLength].SequenceEqual(TestKit.Wire.RawAmqpClient.Encode(1, new BasicAck(tag, false))), Is.True);
            acks = acks[AckLength..];
        }

        await Eventually.TrueAsync(() => output.IsWritable, "the output to be writable", default);
    }

    [Test]
    public async Task It_is_congested_by_answers_that_wait_and_free_once_they_are_read()
    {
        var output = Filled();
        Assert.That(output.IsCongested, Is.False);
        var answers = 0;
        while (!output.IsCongested)
        {
            output.Write(1, default(BasicQosOk));
            answers++;
        }

        Assert.That(answers * FrameLength, Is.GreaterThan(64 * 1024).And.LessThan(65 * 1024));
        var drained = output.WaitUntilDrainedAsync();
        Assert.That(drained.IsCompleted, Is.False);

        await ReadAllAsync(FrameLength * (100 + answers));

        await drained.WaitAsync(Eventually.DefaultDeadline);
        Assert.That(output.IsCongested, Is.False);
    }

    [Test]
    public async Task A_wait_ends_when_the_peer_goes()
    {
        var output = Filled();
        var drained = output.WaitUntilDrainedAsync();

        await _pipe.Reader.CompleteAsync();

        await drained.WaitAsync(Eventually.DefaultDeadline);
        output.Write(1, default(BasicQosOk));
        output.Flush();
    }

    [Test]
    public async Task A_wait_ends_when_the_output_is_closed_or_called_off([Values] bool isClosed)
    {
        var output = Filled();
        var drained = output.WaitUntilDrainedAsync();

        if (isClosed)
        {
            output.Close();
        }
        else
        {
            output.StopWaiting();
        }

        await drained.WaitAsync(Eventually.DefaultDeadline);
    }

    [Test]
    public void Nothing_waits_for_an_output_that_is_not_busy()
    {
        var output = new ConnectionOutput(_pipe.Writer);

        Assert.That(output.WaitUntilDrainedAsync().IsCompleted, Is.True);
    }

    [Test]
    public async Task What_is_written_after_the_close_goes_nowhere()
    {
        var output = new ConnectionOutput(_pipe.Writer);
        output.Close();

        output.Write(1, default(BasicQosOk));
        output.WriteContent(1, default(BasicReturn), new byte[14], default);
        output.WriteProtocolHeader();
        output.SendHeartbeat();
        output.Flush();
        await _pipe.Writer.CompleteAsync();

        Assert.That((await _pipe.Reader.ReadAsync()).Buffer.Length, Is.Zero);
    }

    [Test]
    public async Task Much_in_one_read_is_flushed_on_the_way()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var output = new ConnectionOutput(pipe.Writer);

        for (var i = 0; i < 10_000; i++)
        {
            output.Write(1, default(BasicQosOk));
            Assert.That(pipe.Writer.UnflushedBytes, Is.LessThan(70_000));
        }

        await pipe.Writer.CompleteAsync();
    }

    [Test]
    public async Task Threads_that_write_at_once_do_not_cut_each_others_frames()
    {
        var output = new ConnectionOutput(_pipe.Writer);
        const int perThread = 2000;
        var ack = TestKit.Wire.RawAmqpClient.Encode(1, new BasicAck(0x0102030405060708, false));

        var writing = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < perThread; i++)
            {
                output.Write(1, new BasicAck(0x0102030405060708, false));
                output.Flush();
            }
        })).ToArray();
        var received = await ReadAllAsync(4 * perThread * AckLength);
        await Task.WhenAll(writing);

        Assert.That(received.Chunk(AckLength).All(frame => frame.AsSpan().SequenceEqual(ack)), Is.True);
    }

    private static int AckLength { get; } = TestKit.Wire.RawAmqpClient.Encode(1, default(BasicAck)).Length;

    /// <summary>An output whose flush waits, behind a hundred frames.</summary>
    private ConnectionOutput Filled()
    {
        var output = new ConnectionOutput(_pipe.Writer);
        for (var i = 0; i < 100; i++)
        {
            output.Write(1, default(BasicQosOk));
        }

        output.Flush();
        return output;
    }

    private async Task<byte[]> ReadAllAsync(int length)
    {
        using var deadline = new CancellationTokenSource(Eventually.DefaultDeadline);
        var received = new List<byte>();
        while (received.Count < length)
        {
            var result = await _pipe.Reader.ReadAsync(deadline.Token);
            foreach (var segment in result.Buffer)
            {
                received.AddRange(segment.Span);
            }

            _pipe.Reader.AdvanceTo(result.Buffer.End);
        }

        return [.. received];
    }
}
