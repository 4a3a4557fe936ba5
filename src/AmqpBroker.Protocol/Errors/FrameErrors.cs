using System.Buffers;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Protocol.Errors;

/// <summary>Frames and fields that cannot be decoded, or are not due. All of them close the connection.</summary>
public static class FrameErrors
{
    /// <summary>501: the frame ends in <paramref name="endMarker"/> instead of 0xCE.</summary>
    public static ConnectionException InvalidEndMarker(FrameType type, in ReadOnlySequence<byte> payload, byte endMarker) =>
        Blameless(ReplyCode.FrameError, $"{Describe(type, payload)}: {{invalid_frame_end_marker,{endMarker}}}");

    /// <summary>501: the announced payload of <paramref name="size"/> octets exceeds what was negotiated.</summary>
    public static ConnectionException TooLarge(FrameType type, uint size, int frameMax) => Blameless(
        ReplyCode.FrameError,
        $"{Describe(type, default)}: {{frame_too_large,{size},{frameMax - FrameConstants.Overhead}}}");

    /// <summary>501: an unknown type, a heartbeat that holds something, or a payload too short for its type.</summary>
    public static ConnectionException UnknownFrame(FrameType type, in ReadOnlySequence<byte> payload) =>
        Blameless(ReplyCode.FrameError, $"{Describe(type, payload)}: unknown_frame");

    /// <summary>501: a payload too short for its type.</summary>
    public static ConnectionException UnknownFrame(FrameType type, ReadOnlySpan<byte> payload) =>
        UnknownFrame(type, new ReadOnlySequence<byte>(payload.ToArray()));

    /// <summary>505: a frame on a channel, or in a state of the connection, where its type may not appear.</summary>
    public static ConnectionException UnexpectedFrame(FrameType type, in ReadOnlySequence<byte> payload) =>
        Blameless(ReplyCode.UnexpectedFrame, Describe(type, payload));

    /// <summary>540: a class or method id that the protocol does not have.</summary>
    // Deviates: RabbitMQ's reader crashes and drops the socket without a word.
    public static ConnectionException UnknownMethod(MethodId id) =>
        new(ReplyCode.NotImplemented, $"unknown method {id.ClassId()}.{id.MethodNumber()}") { Method = id };

    /// <summary>501: the octets after the two ids are fewer or more than the method's fields.</summary>
    public static ConnectionException CannotDecode(MethodId id, ReadOnlySpan<byte> fields) =>
        new(ReplyCode.FrameError, $"cannot decode {ErlangFormat.Octets(fields)}") { Method = id };

    /// <summary>501: a short string of a method is not UTF-8.</summary>
    public static ConnectionException MalformedShortString() =>
        Blameless(ReplyCode.FrameError, "Malformed UTF-8 in shortstr");

    /// <summary>502: a field table that is cut off, nests too deep or holds an unknown type.</summary>
    /// <param name="why">What is wrong, as a half sentence.</param>
    // Deviates: RabbitMQ's reader crashes and drops the socket without a word.
    public static ConnectionException MalformedTable(string why) =>
        new(ReplyCode.SyntaxError, $"malformed field table: {why}");

    /// <summary>502: the properties of a content header that do not decode.</summary>
    // Deviates: RabbitMQ sends 541 INTERNAL_ERROR, though the client is at fault.
    public static ConnectionException MalformedProperties() =>
        Content(ReplyCode.SyntaxError, "malformed content properties");

    /// <summary>505: a header or body frame while no content is due.</summary>
    public static ConnectionException MethodExpected() =>
        Blameless(ReplyCode.UnexpectedFrame, "expected method frame, got non method frame instead");

    /// <summary>505: a method or body frame, or a header whose weight is not 0, right after basic.publish.</summary>
    public static ConnectionException HeaderExpected() => Content(
        ReplyCode.UnexpectedFrame,
        "expected content header for class 60, got non content header frame instead");

    /// <summary>505: a content header that names another class than basic.</summary>
    public static ConnectionException HeaderOfOtherClass(ushort classId) => Content(
        ReplyCode.UnexpectedFrame,
        $"expected content header for class 60, got one for class {classId} instead");

    /// <summary>505: a method or header frame while body octets are due.</summary>
    public static ConnectionException BodyExpected() =>
        Content(ReplyCode.UnexpectedFrame, "expected content body, got non content body frame instead");

    /// <summary>501: more body octets than the header announced.</summary>
    public static ConnectionException BodyTooLong() =>
        Content(ReplyCode.FrameError, "content body frame exceeds remaining content size");

    /// <summary>501: the header announces a body of <paramref name="size"/> octets, more than any queue takes.</summary>
    public static ConnectionException BodySizeTooLarge(ulong size, ulong maximum) =>
        Content(ReplyCode.FrameError, $"content body size {size} exceeds maximum allowed size {maximum}");

    private static string Describe(FrameType type, in ReadOnlySequence<byte> payload) =>
        $"type {(byte)type}, {ErlangFormat.Payload(payload)}";

    private static ConnectionException Blameless(ReplyCode code, string text) => new(code, text) { HidesMethod = true };

    private static ConnectionException Content(ReplyCode code, string text) =>
        new(code, text) { Method = MethodId.BasicPublish };
}
