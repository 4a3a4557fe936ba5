using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Tests.Errors;

public sealed class ConnectionErrorsTests
{
    private static IEnumerable<TestCaseData> Rows =>
    [
        ErrorRow.Of(ConnectionErrors.Shutdown(), "Co 320", "CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'", "0.0"),
        ErrorRow.Of(ConnectionErrors.ClosedByManagement(), "Co 320", "CONNECTION_FORCED - Closed via management plugin", "0.0"),
        ErrorRow.Of(ConnectionErrors.ClosedByOperator("maintenance"), "Co 320", "CONNECTION_FORCED - maintenance", "0.0"),
        ErrorRow.Of(ConnectionErrors.VhostDeleted("v"), "Co 320", "CONNECTION_FORCED - vhost 'v' is deleted", "0.0"),
        ErrorRow.Of(ConnectionErrors.UserDeleted("u"), "Co 320", "CONNECTION_FORCED - user 'u' is deleted", "0.0"),
        ErrorRow.Of(ConnectionErrors.UnexpectedMethod(), "Co 504", "CHANNEL_ERROR - unexpected method in connection state running"),
        ErrorRow.Of(ConnectionErrors.SecretRefused(), "Co 530", "NOT_ALLOWED - New secret was refused by one of the backends"),
        ErrorRow.Of(ConnectionErrors.InternalError(), "Co 541", "INTERNAL_ERROR", "0.0"),
        ErrorRow.Of(ChannelErrors.NotOpen(), "Co 504", "CHANNEL_ERROR - expected 'channel.open'"),
        ErrorRow.Of(ChannelErrors.AlreadyOpen(), "Co 504", "CHANNEL_ERROR - second 'channel.open' seen"),
        ErrorRow.Of(ChannelErrors.TooMany(2, 2), "Co 530", "NOT_ALLOWED - number of channels opened (2) has reached the negotiated channel_max (2)", "0.0"),
        ErrorRow.Of(ChannelErrors.UserLimitReached("u", 5), "Co 530", "NOT_ALLOWED - number of channels opened for user 'u' has reached the maximum allowed user limit of (5)", "0.0"),
        ErrorRow.Of(ChannelErrors.UnimplementedMethod(), "Co 503", "COMMAND_INVALID - unimplemented method"),
        ErrorRow.Of(ChannelErrors.PauseNotSupported(), "Co 540", "NOT_IMPLEMENTED - active=false"),
        ErrorRow.Of(TransactionErrors.ConfirmAfterTransaction(), "Ch 406", "PRECONDITION_FAILED - cannot switch from tx to confirm mode"),
        ErrorRow.Of(TransactionErrors.TransactionAfterConfirm(), "Ch 406", "PRECONDITION_FAILED - cannot switch from confirm to tx mode"),
        ErrorRow.Of(TransactionErrors.NotTransactional(), "Ch 406", "PRECONDITION_FAILED - channel is not transactional"),
        ErrorRow.Of(TransactionErrors.PartialCompletion(), "Ch 406", "PRECONDITION_FAILED - partial tx completion"),
        ErrorRow.Of(AccessErrors.QueueRefused("q", "v", "u"), "Ch 403", "ACCESS_REFUSED - access to queue 'q' in vhost 'v' refused for user 'u'"),
        ErrorRow.Of(AccessErrors.ExchangeRefused("x", "/", "u"), "Ch 403", "ACCESS_REFUSED - access to exchange 'x' in vhost '/' refused for user 'u'"),
        ErrorRow.Of(AccessErrors.ExchangeRefused("", "/", "u"), "Ch 403", "ACCESS_REFUSED - access to exchange 'amq.default' in vhost '/' refused for user 'u'"),
        ErrorRow.Of(AccessErrors.TopicRefused("a.b", "x", "/", "u"), "Ch 403", "ACCESS_REFUSED - access to topic 'a.b' in exchange 'x' in vhost '/' refused for user 'u'"),
        ErrorRow.Of(AccessErrors.Refused(ResourceName.Queue("q", "/"), "u"), "Ch 403", "ACCESS_REFUSED - access to queue 'q' in vhost '/' refused for user 'u'"),
    ];

    [TestCaseSource(nameof(Rows))]
    public void Texts_are_those_clients_know(AmqpException error, string level, string text, string blamed) =>
        ErrorRow.Verify(error, level, text, blamed);
}
