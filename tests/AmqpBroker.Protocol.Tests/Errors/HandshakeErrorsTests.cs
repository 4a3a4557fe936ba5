using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Tests.Errors;

public sealed class HandshakeErrorsTests
{
    private static IEnumerable<TestCaseData> Rows =>
    [
        ErrorRow.Of(HandshakeErrors.LoginRefused("PLAIN"), "Co 403", "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile.", "0.0"),
        ErrorRow.Of(HandshakeErrors.TuneTooHigh("channel_max", 0, 2047), "Co 530", "NOT_ALLOWED - negotiated channel_max = 0 (no limit) is higher than the maximum allowed value (2047)", "10.30"),
        ErrorRow.Of(HandshakeErrors.TuneTooHigh("frame_max", 131073, 131072), "Co 530", "NOT_ALLOWED - negotiated frame_max = 131073 is higher than the maximum allowed value (131072)", "10.30"),
        ErrorRow.Of(HandshakeErrors.TuneTooLow("frame_max", 4095, 4096), "Co 530", "NOT_ALLOWED - negotiated frame_max = 4095 is lower than the minimum allowed value (4096)", "10.30"),
        ErrorRow.Of(HandshakeErrors.VhostNotFound("nope"), "Co 530", "NOT_ALLOWED - vhost nope not found", "10.40"),
        ErrorRow.Of(HandshakeErrors.VhostNotFound(""), "Co 530", "NOT_ALLOWED - vhost  not found", "10.40"),
        ErrorRow.Of(HandshakeErrors.VhostRefused("v", "u"), "Co 530", "NOT_ALLOWED - access to vhost 'v' refused for user 'u'", "10.40"),
        ErrorRow.Of(HandshakeErrors.VhostConnectionLimitReached("v", "u", 3), "Co 530", "NOT_ALLOWED - access to vhost 'v' refused for user 'u': connection limit (3) is reached", "10.40"),
        ErrorRow.Of(HandshakeErrors.UserConnectionLimitReached("u", 3), "Co 530", "NOT_ALLOWED - connection refused for user 'u': user connection limit (3) is reached", "10.40"),
        ErrorRow.Of(HandshakeErrors.NodeConnectionLimitReached(3), "Co 530", "NOT_ALLOWED - connection refused: node connection limit (3) is reached", "10.40"),
        ErrorRow.Of(HandshakeErrors.VhostDown("v", "u"), "Co 541", "INTERNAL_ERROR - access to vhost 'v' refused for user 'u': vhost 'v' is down", "10.40"),
    ];

    [TestCaseSource(nameof(Rows))]
    public void Texts_are_those_clients_know(AmqpException error, string level, string text, string blamed) =>
        ErrorRow.Verify(error, level, text, blamed);
}
