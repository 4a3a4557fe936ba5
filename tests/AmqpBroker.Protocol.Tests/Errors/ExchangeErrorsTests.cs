using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Tests.Errors;

public sealed class ExchangeErrorsTests
{
    private static IEnumerable<TestCaseData> Rows =>
    [
        ErrorRow.Of(ExchangeErrors.NotFound("x", "/"), "Ch 404", "NOT_FOUND - no exchange 'x' in vhost '/'"),
        ErrorRow.Of(ExchangeErrors.ReservedName("amq.foo"), "Ch 403", "ACCESS_REFUSED - exchange name 'amq.foo' contains reserved prefix 'amq.*'"),
        ErrorRow.Of(ExchangeErrors.DefaultExchange(), "Ch 403", "ACCESS_REFUSED - operation not permitted on the default exchange"),
        ErrorRow.Of(ExchangeErrors.UnknownType("foo"), "Co 503", "COMMAND_INVALID - unknown exchange type 'foo'"),
        ErrorRow.Of(ExchangeErrors.UnknownType(""), "Co 503", "COMMAND_INVALID - invalid exchange type ''"),
        ErrorRow.Of(ExchangeErrors.InequivalentArgument("x", "/", "type", "fanout", "direct"), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'type' for exchange 'x' in vhost '/': received 'fanout' but current is 'direct'"),
        ErrorRow.Of(ExchangeErrors.InequivalentArgument("x", "/", "internal", true, false), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'internal' for exchange 'x' in vhost '/': received 'true' but current is 'false'"),
        ErrorRow.Of(ExchangeErrors.InequivalentArgument("x", "/", "alternate-exchange", FieldValue.From("ae"), null), "Ch 406", "PRECONDITION_FAILED - inequivalent arg 'alternate-exchange' for exchange 'x' in vhost '/': received the value 'ae' of type 'longstr' but current is none"),
        ErrorRow.Of(ExchangeErrors.InvalidArgumentType("x", "/", "alternate-exchange", "signedint"), "Ch 406", "PRECONDITION_FAILED - invalid type 'signedint' for arg 'alternate-exchange' in exchange 'x' in vhost '/'"),
        ErrorRow.Of(ExchangeErrors.InUse("x", "/"), "Ch 406", "PRECONDITION_FAILED - exchange 'x' in vhost '/' in use"),
        ErrorRow.Of(ExchangeErrors.SystemExchange("amq.direct", "/"), "Ch 403", "ACCESS_REFUSED - deletion of system exchange 'amq.direct' in vhost '/' not allowed"),
        ErrorRow.Of(ExchangeErrors.InternalExchange("x", "/"), "Ch 403", "ACCESS_REFUSED - cannot publish to internal exchange 'x' in vhost '/'"),
        ErrorRow.Of(ExchangeErrors.InvalidMatchValue("foo"u8), "Ch 406", "PRECONDITION_FAILED - Invalid x-match field value <<\"foo\">>; expected all, any, all-with-x, or any-with-x"),
        ErrorRow.Of(ExchangeErrors.InvalidMatchType("signedint", FieldValue.From(5).ToErlangTerm()), "Ch 406", "PRECONDITION_FAILED - Invalid x-match field type signedint (value 5); expected longstr"),
        ErrorRow.Of(ExchangeErrors.WeightNotInteger("abc"u8), "Ch 406", "PRECONDITION_FAILED - The binding key must be an integer: <<\"abc\">>"),
        ErrorRow.Of(ExchangeErrors.WeightNotPositive(), "Ch 406", "PRECONDITION_FAILED - The binding key must be greater than 0"),
        ErrorRow.Of(ExchangeErrors.InvalidDelayedType(), "Ch 406", "PRECONDITION_FAILED - Invalid argument, 'x-delayed-type' must be an existing exchange type"),
        ErrorRow.Of(ExchangeErrors.DelayedTwice(), "Ch 406", "PRECONDITION_FAILED - Invalid argument, 'x-delayed-message' can't be used for 'x-delayed-type'"),
        ErrorRow.Of(ExchangeErrors.HashedTwice(), "Ch 406", "PRECONDITION_FAILED - hash-header and hash-property are mutually exclusive"),
        ErrorRow.Of(ExchangeErrors.UnsupportedHashProperty("foo"), "Ch 406", "PRECONDITION_FAILED - Unsupported property: foo"),
        ErrorRow.Of(ExchangeErrors.InvalidHashArgument("hash-header", "signedint"), "Ch 406", "PRECONDITION_FAILED - invalid type 'signedint' for arg 'hash-header'"),
    ];

    [TestCaseSource(nameof(Rows))]
    public void Texts_are_those_clients_know(AmqpException error, string level, string text, string blamed) =>
        ErrorRow.Verify(error, level, text, blamed);
}
