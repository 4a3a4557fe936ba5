using System.Text;

namespace AmqpBroker.Protocol.Tests;

public sealed class AmqpExceptionTests
{
    [Test]
    public void The_text_begins_with_the_name_of_the_code()
    {
        var error = new ChannelException(ReplyCode.NotFound, "no queue 'q' in vhost '/'");

        Assert.That(error.ReplyText, Is.EqualTo("NOT_FOUND - no queue 'q' in vhost '/'"));
    }

    [Test]
    public void A_text_of_255_octets_is_kept_whole()
    {
        var error = new ChannelException(ReplyCode.NotFound, new string('x', 255 - "NOT_FOUND - ".Length));

        Assert.That(error.ReplyText, Has.Length.EqualTo(255).And.EndsWith("xxxx"));
    }

    [Test]
    public void A_longer_text_is_cut_to_252_octets_and_an_ellipsis()
    {
        var error = new ChannelException(ReplyCode.NotFound, new string('x', 256 - "NOT_FOUND - ".Length));

        Assert.That(error.ReplyText, Has.Length.EqualTo(255).And.EndsWith("xxx..."));
    }

    [Test]
    public void A_text_is_never_cut_inside_a_character([Range(0, 4)] int offset)
    {
        var error = new ChannelException(ReplyCode.NotFound, new string('x', offset) + string.Concat(Enumerable.Repeat("𝄞", 100)));

        var octets = Encoding.UTF8.GetByteCount(error.ReplyText);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(octets, Is.InRange(252, 255));
            Assert.That(error.ReplyText, Does.EndWith("𝄞..."));
        }
    }

    [Test]
    public void A_bare_error_is_its_name_and_blames_no_method()
    {
        var error = ConnectionException.Bare(ReplyCode.InternalError);

        error.Method ??= MethodId.BasicPublish;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.ReplyText, Is.EqualTo("INTERNAL_ERROR"));
            Assert.That((error.ClassId, error.MethodNumber), Is.EqualTo(((ushort)0, (ushort)0)));
        }
    }

    [Test]
    public void An_error_blames_no_method_until_it_is_given_one()
    {
        var error = new ChannelException(ReplyCode.NotFound, "no queue");

        var before = (error.ClassId, error.MethodNumber);
        error.Method ??= MethodId.ExchangeUnbindOk;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(((ushort)0, (ushort)0)));
            Assert.That((error.ClassId, error.MethodNumber), Is.EqualTo(((ushort)40, (ushort)51)));
        }
    }

    [Test]
    public void Every_reply_code_has_the_name_of_the_specification()
    {
        var names = Enum.GetValues<ReplyCode>().Select(code => $"{(ushort)code} {code.ToName()}");

        Assert.That(names, Is.EqualTo(
        [
            "200 SUCCESS", "311 CONTENT_TOO_LARGE", "312 NO_ROUTE", "313 NO_CONSUMERS", "320 CONNECTION_FORCED",
            "402 INVALID_PATH", "403 ACCESS_REFUSED", "404 NOT_FOUND", "405 RESOURCE_LOCKED",
            "406 PRECONDITION_FAILED", "501 FRAME_ERROR", "502 SYNTAX_ERROR", "503 COMMAND_INVALID",
            "504 CHANNEL_ERROR", "505 UNEXPECTED_FRAME", "506 RESOURCE_ERROR", "530 NOT_ALLOWED",
            "540 NOT_IMPLEMENTED", "541 INTERNAL_ERROR",
        ]));
    }
}
