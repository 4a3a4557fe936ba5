using System.CommandLine;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>The lists of what clients see: queues, exchanges, bindings, consumers, connections, channels.</summary>
internal static class ObjectLists
{
    private static readonly string[] QueueColumns =
    [
        "name", "messages", "messages_ready", "messages_unacknowledged", "messages_persistent", "messages_ram",
        "messages_ready_ram", "messages_unacknowledged_ram", "message_bytes", "message_bytes_ready", "message_bytes_unacknowledged",
        "message_bytes_persistent", "message_bytes_ram", "consumers", "consumer_utilisation", "consumer_capacity", "memory", "state", "type",
        "durable", "auto_delete", "exclusive", "arguments", "policy", "operator_policy", "effective_policy_definition", "exclusive_consumer_tag",
        "single_active_consumer_tag", "head_message_timestamp", "leader", "members", "online", "node", "idle_since", "vhost",
    ];

    private static readonly string[] ConnectionColumns =
    [
        "user", "peer_host", "peer_port", "state", "name", "host", "port", "vhost", "protocol", "auth_mechanism", "channels", "channel_max",
        "frame_max", "timeout", "connected_at", "client_properties", "recv_oct", "recv_cnt", "send_oct", "send_cnt", "send_pend", "ssl",
        "ssl_protocol", "ssl_cipher", "ssl_hash", "ssl_key_exchange", "peer_cert_subject", "peer_cert_issuer", "peer_cert_validity",
        "user_provided_name", "node",
    ];

    private static readonly string[] ChannelColumns =
    [
        "user", "consumer_count", "messages_unacknowledged", "name", "number", "vhost", "transactional", "confirm", "messages_uncommitted",
        "acks_uncommitted", "messages_unconfirmed", "prefetch_count", "global_prefetch_count", "state", "node",
    ];

    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return InVhost(
            factory,
            "list_queues",
            "Queues, with what they hold",
            "Listing queues for vhost {0} ...",
            "queues",
            new(["name", "messages"], [.. Column.Plain(QueueColumns), Column.At("owner_pid", "owner_pid_details.name")]));
        yield return InVhost(
            factory,
            "list_exchanges",
            "Exchanges",
            "Listing exchanges for vhost {0} ...",
            "exchanges",
            new(["name", "type"], Column.Plain("name", "type", "durable", "auto_delete", "internal", "arguments", "policy", "vhost")));
        yield return InVhost(
            factory,
            "list_bindings",
            "Bindings, also those of the default exchange",
            "Listing bindings for vhost {0}...",
            "bindings",
            BindingList());
        yield return InVhost(
            factory,
            "list_consumers",
            "Consumers",
            "Listing consumers in vhost {0} ...",
            "consumers",
            ConsumerList());
        yield return Everywhere(
            factory,
            "list_connections",
            "Connections of clients; pid is the name that close_connection takes",
            "Listing connections ...",
            "connections",
            new(["user", "peer_host", "peer_port", "state"], [.. Column.Plain(ConnectionColumns), Column.At("pid", "name")]));
        yield return Everywhere(
            factory,
            "list_channels",
            "Channels",
            "Listing channels ...",
            "channels",
            new(
                ["pid", "user", "consumer_count", "messages_unacknowledged"],
                [.. Column.Plain(ChannelColumns), Column.At("pid", "name"), Column.At("connection", "connection_details.name")]));
    }

    private static ListCommand BindingList() => new(
        ["source_name", "source_kind", "destination_name", "destination_kind", "routing_key", "arguments"],
        Column.At("source_name", "source"),
        Column.Constant("source_kind", "exchange"),
        Column.At("destination_name", "destination"),
        Column.At("destination_kind", "destination_type"),
        Column.At("routing_key", "routing_key"),
        Column.At("arguments", "arguments"),
        Column.At("vhost", "vhost"));

    private static ListCommand ConsumerList() => new(
        ["queue_name", "channel_pid", "consumer_tag", "ack_required", "prefetch_count", "active", "arguments"],
        [
            Column.At("queue_name", "queue.name"),
            Column.At("channel_pid", "channel_details.name"),
            .. Column.Plain("consumer_tag", "ack_required", "prefetch_count", "active", "activity_status", "exclusive", "arguments", "consumer_timeout"),
        ]);

    private static Command InVhost(CtlCommandFactory factory, string name, string description, string banner, string objects, ListCommand list)
        => list.InVhost(factory, name, description, banner, vhost => ApiPath.Of(objects, vhost), list.Columns);

    private static Command Everywhere(CtlCommandFactory factory, string name, string description, string banner, string objects, ListCommand list)
        => list.Everywhere(factory, name, description, banner, ApiPath.Of(objects), list.Columns);
}
