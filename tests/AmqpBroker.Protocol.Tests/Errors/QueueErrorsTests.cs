using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Tests.Errors;

public sealed class QueueErrorsTests
{
    private static IEnumerable<TestCaseData> Names =>
    [
        ErrorRow.Of(QueueErrors.NotFound("q", "/"), "Ch 404", "NOT_FOUND - no queue 'q' in vhost '/'"),
        ErrorRow.Of(QueueErrors.NotFound("", "/"), "Ch 404", "NOT_FOUND - no queue '' in vhost '/'"),
        ErrorRow.Of(QueueErrors.NoPreviouslyDeclared(), "Ch 404", "NOT_FOUND - no previously declared queue"),
        ErrorRow.Of(QueueErrors.ReservedName("amq.foo"), "Ch 403", "ACCESS_REFUSED - queue name 'amq.foo' contains reserved prefix 'amq.*'"),
        ErrorRow.Of(QueueErrors.Locked("q", "/"), "Ch 405", "RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'q' in vhost '/'. It could be originally declared on another connection or the exclusive property value does not match that of the original declaration."),
        ErrorRow.Of(QueueErrors.VhostLimitReached("q", "v", 3), "Ch 406", "PRECONDITION_FAILED - cannot declare queue 'q': queue limit in vhost 'v' (3) is reached"),
        ErrorRow.Of(QueueErrors.ServerNamedNotAllowed("quorum"), "Ch 406", "PRECONDITION_FAILED - Cannot declare a server-named queue for type rabbit_quorum_queue"),
    ];

    private static IEnumerable<TestCaseData> Arguments =>
    [
        ErrorRow.Of(QueueErrors.InequivalentArgument("q", "/", "durable", true, false), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'q' in vhost '/': received 'true' but current is 'false'"),
        ErrorRow.Of(QueueErrors.InequivalentArgument("q", "/", "x-message-ttl", "2000", "1000"), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'x-message-ttl' for queue 'q' in vhost '/': received '2000' but current is '1000'"),
        ErrorRow.Of(QueueErrors.InequivalentArgument("q", "/", "x-message-ttl", FieldValue.From(2000), FieldValue.From(1000L)), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'x-message-ttl' for queue 'q' in vhost '/': received '2000' but current is '1000'"),
        ErrorRow.Of(QueueErrors.InequivalentArgument("q", "/", "x-message-ttl", null, FieldValue.From(1000)), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'x-message-ttl' for queue 'q' in vhost '/': received none but current is the value '1000' of type 'signedint'"),
        ErrorRow.Of(QueueErrors.InequivalentArgument("q", "/", "x-queue-type", FieldValue.From("quorum"), null), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'x-queue-type' for queue 'q' in vhost '/': received the value 'quorum' of type 'longstr' but current is none"),
        ErrorRow.Of(QueueErrors.InvalidArgumentType("q", "/", "x-dead-letter-exchange", "signedint"), "Ch 406", "PRECONDITION_FAILED - invalid type 'signedint' for arg 'x-dead-letter-exchange' in queue 'q' in vhost '/'"),
        ErrorRow.Of(QueueErrors.ArgumentOfOtherType("q", "/", "x-max-age", "classic"), "Ch 406", "PRECONDITION_FAILED - invalid arg 'x-max-age' for queue 'q' in vhost '/' of queue type rabbit_classic_queue"),
        ErrorRow.Of(QueueErrors.MustBeDurable("q", "/"), "Ch 406", "PRECONDITION_FAILED - invalid property 'non-durable' for queue 'q' in vhost '/'"),
        ErrorRow.Of(QueueErrors.CannotBeExclusive("q", "/"), "Ch 406", "PRECONDITION_FAILED - invalid property 'exclusive-owner' for queue 'q' in vhost '/'"),
        ErrorRow.Of(QueueErrors.CannotAutoDelete("q", "/"), "Ch 406", "PRECONDITION_FAILED - invalid property 'auto-delete' for queue 'q' in vhost '/'"),
        ErrorRow.Of(QueueErrors.SegmentSizeTooLarge(), "Ch 406", "PRECONDITION_FAILED - Exceeded max value for x-stream-max-segment-size-bytes"),
    ];

    private static IEnumerable<TestCaseData> Flaws =>
    [
        Flawed("x-message-ttl", ArgumentFlaws.ExpectedInteger("longstr"), "\"expected integer, got longstr\""),
        Flawed("x-message-ttl", ArgumentFlaws.Negative(-1), "{value_negative,-1}"),
        Flawed("x-expires", ArgumentFlaws.Zero(), "{value_zero,0}"),
        Flawed("x-expires", ArgumentFlaws.TooLarge(315_360_000_001), "{value_too_large,315360000001}"),
        Flawed("x-max-priority", ArgumentFlaws.MaximumExceeded(256), "{max_value_exceeded,256}"),
        Flawed("x-overflow", ArgumentFlaws.InvalidOverflow, "invalid_overflow"),
        Flawed("x-overflow", ArgumentFlaws.UnacceptableType("signedint"), "{unacceptable_type,signedint}"),
        Flawed("x-dead-letter-routing-key", ArgumentFlaws.RoutingKeyWithoutExchange, "routing_key_but_no_dlx_defined"),
        Flawed("x-queue-mode", ArgumentFlaws.UnsupportedQueueMode("foo"), "\"unsupported queue mode 'foo'\""),
        Flawed("x-queue-type", ArgumentFlaws.UnsupportedQueueType("foo"), "\"unsupported queue type 'foo'\""),
        Flawed("x-queue-version", ArgumentFlaws.UnsupportedQueueVersion(3), "\"unsupported queue version '3'\""),
        Flawed("x-dead-letter-strategy", ArgumentFlaws.InvalidDeadLetterStrategy, "invalid_dlx_strategy"),
        Flawed("x-max-age", ArgumentFlaws.InvalidMaxAge, "invalid_max_age"),
    ];

    private static IEnumerable<TestCaseData> Deletion =>
    [
        ErrorRow.Of(QueueErrors.NotEmpty("q", "/"), "Ch 406", "PRECONDITION_FAILED - queue 'q' in vhost '/' not empty"),
        ErrorRow.Of(QueueErrors.InUse("q", "/"), "Ch 406", "PRECONDITION_FAILED - queue 'q' in vhost '/' in use"),
        ErrorRow.Of(QueueErrors.ConditionalDeleteNotSupported("q", "/", "if-unused"), "Co 540", "NOT_IMPLEMENTED - cannot delete queue 'q' in vhost '/'. queue.delete operations with if-unused flag set are not supported by quorum queues"),
        ErrorRow.Of(QueueErrors.PurgeNotSupported("s", "/"), "Co 540", "NOT_IMPLEMENTED - queue.purge not supported by stream queues queue 's' in vhost '/'"),
    ];

    [TestCaseSource(nameof(Names))]
    [TestCaseSource(nameof(Arguments))]
    [TestCaseSource(nameof(Flaws))]
    [TestCaseSource(nameof(Deletion))]
    public void Texts_are_those_clients_know(AmqpException error, string level, string text, string blamed) =>
        ErrorRow.Verify(error, level, text, blamed);

    private static TestCaseData Flawed(string name, string why, string text) => ErrorRow.Of(
        QueueErrors.InvalidArgument("q", "/", name, why),
        "Ch 406",
        $"PRECONDITION_FAILED - invalid arg '{name}' for queue 'q' in vhost '/': {text}");
}
