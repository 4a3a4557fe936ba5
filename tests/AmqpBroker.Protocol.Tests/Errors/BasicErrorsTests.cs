using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Tests.Errors;

public sealed class BasicErrorsTests
{
    private static IEnumerable<TestCaseData> Publishing =>
    [
        ErrorRow.Of(BasicErrors.ImmediateNotSupported(), "Co 540", "NOT_IMPLEMENTED - immediate=true", "60.40"),
        ErrorRow.Of(BasicErrors.UserIdMismatch("bob", "guest"), "Ch 406", "PRECONDITION_FAILED - user_id property set to 'bob' but authenticated user was 'guest'", "60.40"),
        ErrorRow.Of(BasicErrors.InvalidExpiration("abc", ArgumentFlaws.NoInteger), "Ch 406", "PRECONDITION_FAILED - invalid expiration 'abc': no_integer", "60.40"),
        ErrorRow.Of(BasicErrors.InvalidExpiration("5x", ArgumentFlaws.LeftoverText("x")), "Ch 406", "PRECONDITION_FAILED - invalid expiration '5x': {leftover_string,\"x\"}", "60.40"),
        ErrorRow.Of(BasicErrors.InvalidExpiration("-1", ArgumentFlaws.Negative(-1)), "Ch 406", "PRECONDITION_FAILED - invalid expiration '-1': {value_negative,-1}", "60.40"),
        ErrorRow.Of(BasicErrors.InvalidDeliveryMode(7), "Ch 406", "PRECONDITION_FAILED - invalid message: {delivery_mode_unknown,7}", "60.40"),
        ErrorRow.Of(BasicErrors.InvalidRoutingHeader("CC", "longstr"), "Ch 406", "PRECONDITION_FAILED - invalid message: {unacceptable_type_in_header,\"CC\",longstr}", "60.40"),
        ErrorRow.Of(BasicErrors.MessageTooLarge(11, 10), "Ch 406", "PRECONDITION_FAILED - message size 11 is larger than configured max size 10", "60.40"),
        ErrorRow.Of(BasicErrors.NoReplyConsumer(), "Ch 406", "PRECONDITION_FAILED - fast reply consumer does not exist", "60.40"),
    ];

    private static IEnumerable<TestCaseData> Consuming =>
    [
        ErrorRow.Of(BasicErrors.PrefetchSizeNotSupported(10), "Co 540", "NOT_IMPLEMENTED - prefetch_size!=0 (10)"),
        ErrorRow.Of(BasicErrors.RecoverWithoutRequeue(), "Co 540", "NOT_IMPLEMENTED - requeue=false"),
        ErrorRow.Of(BasicErrors.ConsumerTagInUse("t"), "Co 530", "NOT_ALLOWED - attempt to reuse consumer tag 't'"),
        ErrorRow.Of(BasicErrors.ExclusiveUse("q", "/"), "Ch 403", "ACCESS_REFUSED - queue 'q' in vhost '/' in exclusive use"),
        ErrorRow.Of(QueueErrors.InvalidArgument("q", "/", "x-priority", ArgumentFlaws.ExpectedInteger("longstr")), "Ch 406", "PRECONDITION_FAILED - invalid arg 'x-priority' for queue 'q' in vhost '/': \"expected integer, got longstr\""),
        ErrorRow.Of(BasicErrors.UnknownDeliveryTag(0), "Ch 406", "PRECONDITION_FAILED - unknown delivery tag 0"),
        ErrorRow.Of(BasicErrors.AcknowledgementTimeout(1, 1_800_000), "Ch 406", "PRECONDITION_FAILED - delivery acknowledgement on channel 1 timed out. Timeout value used: 1800000 ms. This timeout value can be configured, see consumers doc guide to learn more", "0.0"),
        ErrorRow.Of(BasicErrors.ReplyConsumerCannotAcknowledge(), "Ch 406", "PRECONDITION_FAILED - reply consumer cannot acknowledge"),
        ErrorRow.Of(BasicErrors.ReplyConsumerAlreadySet(), "Ch 406", "PRECONDITION_FAILED - reply consumer already set"),
    ];

    private static IEnumerable<TestCaseData> OtherQueueTypes =>
    [
        ErrorRow.Of(BasicErrors.GlobalQosNotSupported("q", "/"), "Co 540", "NOT_IMPLEMENTED - queue 'q' in vhost '/' does not support global qos"),
        ErrorRow.Of(BasicErrors.GetFromSingleActiveConsumer("q", "/"), "Ch 405", "RESOURCE_LOCKED - cannot obtain access to locked queue 'q' in vhost '/'. basic.get operations are not supported by quorum queues with single active consumer"),
        ErrorRow.Of(BasicErrors.StreamGetNotSupported("s", "/"), "Co 540", "NOT_IMPLEMENTED - basic.get not supported by stream queues queue 's' in vhost '/'"),
        ErrorRow.Of(BasicErrors.StreamPrefetchMissing("s", "/"), "Ch 406", "PRECONDITION_FAILED - consumer prefetch count is not set for 'queue 's' in vhost '/''"),
        ErrorRow.Of(BasicErrors.StreamNoAckNotSupported("s", "/"), "Co 540", "NOT_IMPLEMENTED - automatic acknowledgement not supported by stream queues queue 's' in vhost '/'"),
        ErrorRow.Of(BasicErrors.StreamRejectNotSupported("s", "/"), "Co 540", "NOT_IMPLEMENTED - basic.nack and basic.reject not supported by stream queues queue 's' in vhost '/'", "60.120"),
    ];

    [TestCaseSource(nameof(Publishing))]
    [TestCaseSource(nameof(Consuming))]
    [TestCaseSource(nameof(OtherQueueTypes))]
    public void Texts_are_those_clients_know(AmqpException error, string level, string text, string blamed) =>
        ErrorRow.Verify(error, level, text, blamed);
}
