using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

public sealed class VirtualHostListingTests
{
    [Test]
    public async Task Virtual_hosts_look_as_recorded()
    {
        await using var broker = await ManagedBroker.StartAsync();
        await broker.Broker.CreateVirtualHostAsync("a/b");

        using (Assert.EnterMultipleScope())
        {
            Sample.AssertShape((await broker.Api.GetAsync("/api/vhosts/")).Json, Sample.Read("vhosts"), "cluster_state", "message_stats");
            Sample.AssertShape((await broker.Api.GetAsync("/api/vhosts/a%2Fb")).Json, Sample.Read("vhost"), "cluster_state", "message_stats");
            Assert.That((await broker.Api.GetAsync("/api/vhosts?columns=name&page=1&name=b")).Json["items"]!.ToJsonString(), Is.EqualTo("""[{"name":"a/b"}]"""));
            Assert.That((await broker.Api.GetAsync("/api/vhosts/nope")).Status, Is.EqualTo(404));
        }
    }
}
