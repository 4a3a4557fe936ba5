using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Protocol.Tests.Methods;

/// <summary>Every method against its octets, written down from the specification: ids, then fields.</summary>
public sealed class MethodVectorTests
{
    private static readonly FieldTable Table = new FieldTableBuilder().Add("k", "v").Build();

    private static IEnumerable<TestCaseData> Connection =>
    [
        Row(new ConnectionStart(9, 10, Table, "xx", "yy"), "000A000A 090A00000008016B530000000176000000027878000000027979"),
        Row(new ConnectionStartOk(Table, "bb", "ww"u8.ToArray(), "dddd"), "000A000B 00000008016B5300000001760262620000000277770464646464"),
        Row(new ConnectionSecure("uu"u8.ToArray()), "000A0014 000000027575"),
        Row(new ConnectionSecureOk("uu"u8.ToArray()), "000A0015 000000027575"),
        Row(new ConnectionTune(0x1122, 0x01020305, 0x1124), "000A001E 1122010203051124"),
        Row(new ConnectionTuneOk(0x1122, 0x01020305, 0x1124), "000A001F 1122010203051124"),
        Row(new ConnectionOpen("a", "bb", true), "000A0028 016102626201"),
        Row(new ConnectionOpenOk("a"), "000A0029 0161"),
        Row(new ConnectionClose(ReplyCode.NotFound, "bb", 0x1124, 0x1125), "000A0032 019402626211241125"),
        Row(new ConnectionCloseOk(), "000A0033"),
        Row(new ConnectionBlocked("a"), "000A003C 0161"),
        Row(new ConnectionUnblocked(), "000A003D"),
        Row(new ConnectionUpdateSecret("uu"u8.ToArray(), "bb"), "000A0046 000000027575026262"),
        Row(new ConnectionUpdateSecretOk(), "000A0047"),
    ];

    private static IEnumerable<TestCaseData> Channel =>
    [
        Row(new ChannelOpen("a"), "0014000A 0161"),
        Row(new ChannelOpenOk("uu"), "0014000B 000000027575"),
        Row(new ChannelFlow(true), "00140014 01"),
        Row(new ChannelFlowOk(true), "00140015 01"),
        Row(new ChannelClose(ReplyCode.NotFound, "bb", 0x1124, 0x1125), "00140028 019402626211241125"),
        Row(new ChannelCloseOk(), "00140029"),
    ];

    private static IEnumerable<TestCaseData> OtherClasses =>
    [
        Row(new AccessRequest("a", true, false, true, true, false), "001E000A 01610D"),
        Row(new AccessRequestOk(0x1122), "001E000B 1122"),
        Row(new ConfirmSelect(true), "0055000A 01"),
        Row(new ConfirmSelectOk(), "0055000B"),
        Row(new TxSelect(), "005A000A"),
        Row(new TxSelectOk(), "005A000B"),
        Row(new TxCommit(), "005A0014"),
        Row(new TxCommitOk(), "005A0015"),
        Row(new TxRollback(), "005A001E"),
        Row(new TxRollbackOk(), "005A001F"),
    ];

    private static IEnumerable<TestCaseData> Exchange =>
    [
        Row(new ExchangeDeclare("a", "bb", true, false, true, true, false, Table), "0028000A 000001610262620D00000008016B530000000176"),
        Row(new ExchangeDeclareOk(), "0028000B"),
        Row(new ExchangeDelete("a", true, false), "00280014 0000016101"),
        Row(new ExchangeDeleteOk(), "00280015"),
        Row(new ExchangeBind("a", "bb", "ccc", true, Table), "0028001E 00000161026262036363630100000008016B530000000176"),
        Row(new ExchangeBindOk(), "0028001F"),
        Row(new ExchangeUnbind("a", "bb", "ccc", true, Table), "00280028 00000161026262036363630100000008016B530000000176"),
        Row(new ExchangeUnbindOk(), "00280033"),
    ];

    private static IEnumerable<TestCaseData> Queue =>
    [
        Row(new QueueDeclare("a", true, false, true, true, false, Table), "0032000A 000001610D00000008016B530000000176"),
        Row(new QueueDeclareOk("a", 0x01020305, 0x01020306), "0032000B 01610102030501020306"),
        Row(new QueueBind("a", "bb", "ccc", true, Table), "00320014 00000161026262036363630100000008016B530000000176"),
        Row(new QueueBindOk(), "00320015"),
        Row(new QueuePurge("a", true), "0032001E 0000016101"),
        Row(new QueuePurgeOk(0x01020304), "0032001F 01020304"),
        Row(new QueueDelete("a", true, false, true), "00320028 0000016105"),
        Row(new QueueDeleteOk(0x01020304), "00320029 01020304"),
        Row(new QueueUnbind("a", "bb", "ccc", Table), "00320032 000001610262620363636300000008016B530000000176"),
        Row(new QueueUnbindOk(), "00320033"),
    ];

    private static IEnumerable<TestCaseData> Basic =>
    [
        Row(new BasicQos(0x01020304, 0x1123, true), "003C000A 01020304112301"),
        Row(new BasicQosOk(), "003C000B"),
        Row(new BasicConsume("a", "bb", true, false, true, true, Table), "003C0014 000001610262620D00000008016B530000000176"),
        Row(new BasicConsumeOk("a"), "003C0015 0161"),
        Row(new BasicCancel("a", true), "003C001E 016101"),
        Row(new BasicCancelOk("a"), "003C001F 0161"),
        Row(new BasicPublish("a", "bb", true, false), "003C0028 0000016102626201"),
        Row(new BasicReturn(ReplyCode.NotFound, "bb", "ccc", "dddd"), "003C0032 0194026262036363630464646464"),
        Row(new BasicDeliver("a", 0x0102030405060709, true, "ccc", "dddd"), "003C003C 0161010203040506070901036363630464646464"),
        Row(new BasicGet("a", true), "003C0046 0000016101"),
        Row(new BasicGetOk(0x0102030405060708, true, "bb", "ccc", 0x01020307), "003C0047 0102030405060708010262620363636301020307"),
        Row(new BasicGetEmpty("a"), "003C0048 0161"),
        Row(new BasicAck(0x0102030405060708, true), "003C0050 010203040506070801"),
        Row(new BasicReject(0x0102030405060708, true), "003C005A 010203040506070801"),
        Row(new BasicRecoverAsync(true), "003C0064 01"),
        Row(new BasicRecover(true), "003C006E 01"),
        Row(new BasicRecoverOk(), "003C006F"),
        Row(new BasicNack(0x0102030405060708, true, false), "003C0078 010203040506070801"),
    ];

    [TestCaseSource(nameof(Connection))]
    [TestCaseSource(nameof(Channel))]
    [TestCaseSource(nameof(OtherClasses))]
    [TestCaseSource(nameof(Exchange))]
    [TestCaseSource(nameof(Queue))]
    [TestCaseSource(nameof(Basic))]
    public void A_method_is_its_octets(Func<byte[]> encode, Func<byte[], byte[]> recode, string hex)
    {
        var octets = Octets.Hex(hex);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(encode(), Is.EqualTo(octets));
            Assert.That(recode(octets), Is.EqualTo(octets));
        }
    }

    [Test]
    public void Every_method_has_a_row()
    {
        var rows = Connection.Concat(Channel).Concat(OtherClasses).Concat(Exchange).Concat(Queue).Concat(Basic)
            .Select(row => Convert.ToUInt32(((string)row.Arguments[2]!)[..8], 16));

        Assert.That(rows, Is.EquivalentTo(Enum.GetValues<MethodId>().Select(id => (uint)id)));
    }

    private static TestCaseData Row<T>(T method, string hex)
        where T : struct, IAmqpMethod<T> => new TestCaseData(
            () => Octets.Payload(method),
            (byte[] octets) => Octets.Payload(MethodDecoder.Decode<T>(octets)),
            hex).SetArgDisplayNames(typeof(T).Name);
}
