namespace AmqpBroker.Protocol.Tests.Errors;

/// <summary>One row of the catalogue: an error and the close it must become.</summary>
internal static class ErrorRow
{
    /// <summary>A row whose close names whatever method is being handled.</summary>
    public static TestCaseData Of(AmqpException error, string level, string text) => Of(error, level, text, "handled");

    /// <param name="error">What the factory gave.</param>
    /// <param name="level"><c>Ch</c> for channel.close, <c>Co</c> for connection.close, and the reply code.</param>
    /// <param name="text">The whole reply text.</param>
    /// <param name="blamed">Class and method id, as in <c>60.40</c>; or <c>handled</c>.</param>
    public static TestCaseData Of(AmqpException error, string level, string text, string blamed) =>
        new TestCaseData(error, level, text, blamed).SetArgDisplayNames(text.Length > 80 ? text[..80] : text);

    public static void Verify(AmqpException error, string level, string text, string blamed)
    {
        var handled = MethodId.QueueDeclare;

        error.Method ??= handled;

        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{(error is ChannelException ? "Ch" : "Co")} {(ushort)error.Code}", Is.EqualTo(level));
            Assert.That(error.ReplyText, Is.EqualTo(text));
            Assert.That(error.Message, Is.EqualTo(text));
            Assert.That(
                $"{error.ClassId}.{error.MethodNumber}",
                Is.EqualTo(blamed == "handled" ? $"{handled.ClassId()}.{handled.MethodNumber()}" : blamed));
        }
    }
}
