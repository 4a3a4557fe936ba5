using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Protocol.Tests.Errors;

public sealed class FrameErrorsTests
{
    private static IEnumerable<TestCaseData> Framing =>
    [
        ErrorRow.Of(FrameErrors.InvalidEndMarker(FrameType.Method, Octets.Sequence("00140028"), 205), "Co 501", "FRAME_ERROR - type 1, all octets = <<0,20,0,40>>: {invalid_frame_end_marker,205}", "0.0"),
        ErrorRow.Of(FrameErrors.TooLarge(FrameType.Method, 131073, 131072), "Co 501", "FRAME_ERROR - type 1, all octets = <<>>: {frame_too_large,131073,131064}", "0.0"),
        ErrorRow.Of(FrameErrors.TooLarge(FrameType.Body, uint.MaxValue, 4096), "Co 501", "FRAME_ERROR - type 3, all octets = <<>>: {frame_too_large,4294967295,4088}", "0.0"),
        ErrorRow.Of(FrameErrors.UnknownFrame((FrameType)5, Octets.Sequence("616263")), "Co 501", "FRAME_ERROR - type 5, all octets = <<\"abc\">>: unknown_frame", "0.0"),
        ErrorRow.Of(FrameErrors.UnknownFrame((FrameType)5, Octets.Sequence("6162636465666768696A6B6C6D6E6F7071")), "Co 501", "FRAME_ERROR - type 5, first 16 octets = <<\"abcdefghijklmnop\">>: unknown_frame", "0.0"),
        ErrorRow.Of(FrameErrors.UnknownFrame(FrameType.Heartbeat, Octets.Sequence("616263")), "Co 501", "FRAME_ERROR - type 8, all octets = <<\"abc\">>: unknown_frame", "0.0"),
        ErrorRow.Of(FrameErrors.UnknownFrame(FrameType.Method, Octets.Sequence("00")), "Co 501", "FRAME_ERROR - type 1, all octets = <<0>>: unknown_frame", "0.0"),
        ErrorRow.Of(FrameErrors.UnexpectedFrame(FrameType.Heartbeat, default), "Co 505", "UNEXPECTED_FRAME - type 8, all octets = <<>>", "0.0"),
        ErrorRow.Of(FrameErrors.UnexpectedFrame(FrameType.Body, Octets.Sequence("616263")), "Co 505", "UNEXPECTED_FRAME - type 3, all octets = <<\"abc\">>", "0.0"),
        ErrorRow.Of(FrameErrors.UnexpectedFrame(FrameType.Method, Octets.Sequence("0014000A00")), "Co 505", "UNEXPECTED_FRAME - type 1, all octets = <<0,20,0,10,0>>", "0.0"),
    ];

    private static IEnumerable<TestCaseData> Decoding =>
    [
        ErrorRow.Of(FrameErrors.UnknownMethod(MethodIds.Join(60, 99)), "Co 540", "NOT_IMPLEMENTED - unknown method 60.99", "60.99"),
        ErrorRow.Of(FrameErrors.CannotDecode(MethodId.QueueBind, [0, 0, 3, 97, 98]), "Co 501", "FRAME_ERROR - cannot decode <<0,0,3,97,98>>", "50.20"),
        ErrorRow.Of(FrameErrors.MalformedShortString(), "Co 501", "FRAME_ERROR - Malformed UTF-8 in shortstr", "0.0"),
        ErrorRow.Of(FrameErrors.MalformedTable("it ends inside an entry"), "Co 502", "SYNTAX_ERROR - malformed field table: it ends inside an entry"),
        ErrorRow.Of(FrameErrors.MalformedProperties(), "Co 502", "SYNTAX_ERROR - malformed content properties", "60.40"),
    ];

    private static IEnumerable<TestCaseData> Content =>
    [
        ErrorRow.Of(FrameErrors.MethodExpected(), "Co 505", "UNEXPECTED_FRAME - expected method frame, got non method frame instead", "0.0"),
        ErrorRow.Of(FrameErrors.HeaderExpected(), "Co 505", "UNEXPECTED_FRAME - expected content header for class 60, got non content header frame instead", "60.40"),
        ErrorRow.Of(FrameErrors.HeaderOfOtherClass(50), "Co 505", "UNEXPECTED_FRAME - expected content header for class 60, got one for class 50 instead", "60.40"),
        ErrorRow.Of(FrameErrors.BodyExpected(), "Co 505", "UNEXPECTED_FRAME - expected content body, got non content body frame instead", "60.40"),
        ErrorRow.Of(FrameErrors.BodyTooLong(), "Co 501", "FRAME_ERROR - content body frame exceeds remaining content size", "60.40"),
        ErrorRow.Of(FrameErrors.BodySizeTooLarge(536870913, 536870912), "Co 501", "FRAME_ERROR - content body size 536870913 exceeds maximum allowed size 536870912", "60.40"),
    ];

    [TestCaseSource(nameof(Framing))]
    [TestCaseSource(nameof(Decoding))]
    [TestCaseSource(nameof(Content))]
    public void Texts_are_those_clients_know(AmqpException error, string level, string text, string blamed) =>
        ErrorRow.Verify(error, level, text, blamed);

    [Test]
    public void A_huge_method_that_cannot_be_decoded_is_cut_to_a_short_string()
    {
        var error = FrameErrors.CannotDecode(MethodId.QueueBind, new byte[131_000]);

        Assert.That(error.ReplyText, Has.Length.EqualTo(255).And.EndsWith(",0,0..."));
    }
}
