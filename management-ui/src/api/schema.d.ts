// Made by `npm run api:generate` from the document that the broker serves at /api/openapi.json: do not edit.

export interface paths {
    "/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leads to the list of paths.
         * @description For everyone, without a login.
         */
        get: operations["get_api"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/aliveness-test/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Declares a queue, sends a message through it and says whether it came.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_aliveness_test__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/all-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports all definitions.
         * @description For administrators.
         */
        get: operations["get_api_all_configuration"];
        put?: never;
        /**
         * Imports definitions, as a whole or not at all; with dry_run=true says only what would change.
         * @description For administrators.
         */
        post: operations["post_api_all_configuration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last 1000 changes: when, who, through which interface and from where, what was done, and to what.
         * @description For monitoring users and administrators.
         */
        get: operations["get_api_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How to log in: with a user's name and password.
         * @description For everyone, without a login.
         */
        get: operations["get_api_auth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/attempts/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        /**
         * How many have tried to log in, by protocol.
         * @description For monitoring users and administrators.
         */
        get: operations["get_api_auth_attempts__node"];
        put?: never;
        post?: never;
        /**
         * Begins to count them anew.
         * @description For monitoring users and administrators.
         */
        delete: operations["delete_api_auth_attempts__node"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/attempts/{node}/source": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        /**
         * The same by user and address: not kept, so nothing.
         * @description For monitoring users and administrators.
         */
        get: operations["get_api_auth_attempts__node__source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All bindings.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_bindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bindings/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The bindings of a virtual host.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_bindings__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bindings/{vhost}/e/{source}/e/{destination}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The bindings between an exchange and another exchange.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_bindings__vhost__e__source__e__destination"];
        put?: never;
        /**
         * Binds another exchange to an exchange.
         * @description For users with a tag and access to the virtual host.
         */
        post: operations["post_api_bindings__vhost__e__source__e__destination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bindings/{vhost}/e/{source}/e/{destination}/{props}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                props: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * A binding between an exchange and another exchange.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_bindings__vhost__e__source__e__destination___props"];
        put?: never;
        post?: never;
        /**
         * Removes a binding between an exchange and another exchange.
         * @description For users with a tag and access to the virtual host.
         */
        delete: operations["delete_api_bindings__vhost__e__source__e__destination___props"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bindings/{vhost}/e/{source}/q/{destination}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The bindings between an exchange and a queue.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_bindings__vhost__e__source__q__destination"];
        put?: never;
        /**
         * Binds a queue to an exchange.
         * @description For users with a tag and access to the virtual host.
         */
        post: operations["post_api_bindings__vhost__e__source__q__destination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bindings/{vhost}/e/{source}/q/{destination}/{props}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                props: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * A binding between an exchange and a queue.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_bindings__vhost__e__source__q__destination___props"];
        put?: never;
        post?: never;
        /**
         * Removes a binding between an exchange and a queue.
         * @description For users with a tag and access to the virtual host.
         */
        delete: operations["delete_api_bindings__vhost__e__source__q__destination___props"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The open channels.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
            };
            cookie?: never;
        };
        /**
         * A channel.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_channels__channel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last 1000 connections and channels that ended: who, when, code, text, and the operation that caused it.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_closed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cluster-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The name of the cluster.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_cluster_name"];
        /**
         * Names the cluster.
         * @description For administrators.
         */
        put: operations["put_api_cluster_name"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The open connections.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        /**
         * A connection.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_connections__connection"];
        put?: never;
        post?: never;
        /**
         * Closes a connection; its client is told the text of the header X-Reason.
         * @description For users with a tag; each sees what is theirs.
         */
        delete: operations["delete_api_connections__connection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{connection}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        /**
         * The channels of a connection.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_connections__connection__channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/username/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        /**
         * The connections of a user, in short.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_connections_username__user"];
        put?: never;
        post?: never;
        /**
         * Closes all connections of a user.
         * @description For users with a tag; each sees what is theirs.
         */
        delete: operations["delete_api_connections_username__user"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All consumers.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_consumers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consumers/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The consumers of a virtual host: none are shown to who may not enter it.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_consumers__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consumers/{vhost}/{channel}/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
                tag: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancels a consumer, by its channel's name and its tag; its client gets basic.cancel.
         * @description For users with a tag and access to the virtual host.
         */
        delete: operations["delete_api_consumers__vhost___channel___tag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports all definitions.
         * @description For administrators.
         */
        get: operations["get_api_definitions"];
        put?: never;
        /**
         * Imports definitions, as a whole or not at all; with dry_run=true says only what would change.
         * @description For administrators.
         */
        post: operations["post_api_definitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Exports the definitions of a virtual host.
         * @description For administrators.
         */
        get: operations["get_api_definitions__vhost"];
        put?: never;
        /**
         * Imports definitions into a virtual host, as a whole or not at all; with dry_run=true says only what would change.
         * @description For administrators.
         */
        post: operations["post_api_definitions__vhost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as server-sent events: overview=true, alarms=true, and a queue by vhost and queue; the first two when nothing is said.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All exchanges.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_exchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchanges/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The exchanges of a virtual host.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_exchanges__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchanges/{vhost}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * An exchange.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_exchanges__vhost___name"];
        /**
         * Declares an exchange.
         * @description For users with a tag and access to the virtual host.
         */
        put: operations["put_api_exchanges__vhost___name"];
        post?: never;
        /**
         * Deletes an exchange; with if-unused=true only when nothing is bound from it.
         * @description For users with a tag and access to the virtual host.
         */
        delete: operations["delete_api_exchanges__vhost___name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchanges/{vhost}/{name}/bindings/destination": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The bindings to an exchange.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_exchanges__vhost___name__bindings_destination"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchanges/{vhost}/{name}/bindings/source": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The bindings from an exchange.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_exchanges__vhost___name__bindings_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchanges/{vhost}/{name}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a message, and says whether a queue has it.
         * @description For users with a tag and access to the virtual host.
         */
        post: operations["post_api_exchanges__vhost___name__publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain/{vhost}/{exchange}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exchange: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Which queues a message with a routing_key would reach, and by which bindings.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_explain__vhost___exchange"];
        put?: never;
        /**
         * The same for a message with a routing_key and properties.
         * @description For users with a tag and access to the virtual host.
         */
        post: operations["post_api_explain__vhost___exchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scripts that extend the web pages: there are none.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_extensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feature-flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the broker can do of that which RabbitMQ has feature flags for.
         * @description For administrators.
         */
        get: operations["get_api_feature_flags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feature-flags/{name}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Enables a feature: those there are, are enabled.
         * @description For administrators.
         */
        put: operations["put_api_feature_flags__name__enable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/global-parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All global parameters.
         * @description For policymakers and administrators.
         */
        get: operations["get_api_global_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/global-parameters/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        /**
         * A global parameter.
         * @description For policymakers and administrators.
         */
        get: operations["get_api_global_parameters__name"];
        /**
         * Sets a global parameter.
         * @description For policymakers and administrators.
         */
        put: operations["put_api_global_parameters__name"];
        post?: never;
        /**
         * Clears a global parameter.
         * @description For policymakers and administrators.
         */
        delete: operations["delete_api_global_parameters__name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether memory or disk is short.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/below-node-connection-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether more connections may be opened.
         * @description For everyone, without a login.
         */
        get: operations["get_api_health_checks_below_node_connection_limit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/certificate-expiration/{within}/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
                within: string;
            };
            cookie?: never;
        };
        /**
         * Whether all certificates are good for so many days, weeks, months or years.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_certificate_expiration__within___unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/is-in-service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the node serves.
         * @description For everyone, without a login.
         */
        get: operations["get_api_health_checks_is_in_service"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/local-alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether memory or disk is short on this node.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_local_alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/metadata-store/initialized": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the metadata has been read.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_metadata_store_initialized"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/metadata-store/initialized/with-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the metadata has been read, and there is some.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_metadata_store_initialized_with_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/node-is-mirror-sync-critical": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether messages would be lost with this node.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_node_is_mirror_sync_critical"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/node-is-quorum-critical": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether queues would stand still without this node.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_node_is_quorum_critical"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/port-listener/{port}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                port: string;
            };
            cookie?: never;
        };
        /**
         * Whether anything listens on a port.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_port_listener__port"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/protocol-listener/{protocol}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                protocol: string;
            };
            cookie?: never;
        };
        /**
         * Whether a protocol, or each of a list with commas, is listened for.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_protocol_listener__protocol"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/quorum-queues-without-elected-leaders/all-vhosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether quorum queues have no leader.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_quorum_queues_without_elected_leaders_all_vhosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/quorum-queues-without-elected-leaders/vhost/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Whether quorum queues of a virtual host have no leader.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_health_checks_quorum_queues_without_elected_leaders_vhost__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/reached-target-cluster-size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether all nodes are there; there is one.
         * @description For everyone, without a login.
         */
        get: operations["get_api_health_checks_reached_target_cluster_size"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/ready-to-serve-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether clients of AMQP can be served.
         * @description For everyone, without a login.
         */
        get: operations["get_api_health_checks_ready_to_serve_clients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/checks/virtual-hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether all virtual hosts run.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_health_checks_virtual_hosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/healthchecks/node": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the node is well.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_healthchecks_node"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/healthchecks/node/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        /**
         * Whether the node is well.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_healthchecks_node__node"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/index.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list of paths, for people.
         * @description For everyone, without a login.
         */
        get: operations["get_api_index_html"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judges the name and password of a form. With the header X-Requested-With a session begins, which a cookie stands for.
         * @description For everyone, without a login.
         */
        post: operations["post_api_login"];
        /**
         * Ends the session that the cookie stands for.
         * @description For everyone, without a login.
         */
        delete: operations["delete_api_login"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The nodes.
         * @description For monitoring users and administrators.
         */
        get: operations["get_api_nodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nodes/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        /**
         * A node.
         * @description For monitoring users and administrators.
         */
        get: operations["get_api_nodes__node"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nodes/{node}/memory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        /**
         * What a node's memory goes to, in bytes.
         * @description For monitoring users and administrators.
         */
        get: operations["get_api_nodes__node__memory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nodes/{node}/memory/relative": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        /**
         * What a node's memory goes to, in percent.
         * @description For monitoring users and administrators.
         */
        get: operations["get_api_nodes__node__memory_relative"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This description.
         * @description For everyone, without a login.
         */
        get: operations["get_api_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operator-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All operator policies.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_operator_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operator-policies/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The operator policies of a virtual host.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_operator_policies__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operator-policies/{vhost}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Shows an operator policy.
         * @description For administrators.
         */
        get: operations["get_api_operator_policies__vhost___name"];
        /**
         * Sets an operator policy.
         * @description For administrators.
         */
        put: operations["put_api_operator_policies__vhost___name"];
        post?: never;
        /**
         * Clears an operator policy.
         * @description For administrators.
         */
        delete: operations["delete_api_operator_policies__vhost___name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The broker at a glance.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All parameters.
         * @description For policymakers and administrators.
         */
        get: operations["get_api_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameters/{component}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component: string;
            };
            cookie?: never;
        };
        /**
         * The parameters of a component.
         * @description For policymakers and administrators.
         */
        get: operations["get_api_parameters__component"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameters/{component}/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The parameters of a component in a virtual host.
         * @description For policymakers and administrators.
         */
        get: operations["get_api_parameters__component___vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameters/{component}/{vhost}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component: string;
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * A parameter.
         * @description For policymakers and administrators.
         */
        get: operations["get_api_parameters__component___vhost___name"];
        /**
         * Sets a parameter.
         * @description For policymakers and administrators.
         */
        put: operations["put_api_parameters__component___vhost___name"];
        post?: never;
        /**
         * Clears a parameter.
         * @description For policymakers and administrators.
         */
        delete: operations["delete_api_parameters__component___vhost___name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All permissions.
         * @description For administrators.
         */
        get: operations["get_api_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions/{vhost}/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * What a user may do in a virtual host.
         * @description For administrators.
         */
        get: operations["get_api_permissions__vhost___user"];
        /**
         * Sets what a user may do in a virtual host.
         * @description For administrators.
         */
        put: operations["put_api_permissions__vhost___user"];
        post?: never;
        /**
         * Takes from a user all it may do in a virtual host.
         * @description For administrators.
         */
        delete: operations["delete_api_permissions__vhost___user"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All policies.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The policies of a virtual host.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_policies__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{vhost}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Shows a policy.
         * @description For policymakers and administrators.
         */
        get: operations["get_api_policies__vhost___name"];
        /**
         * Sets a policy.
         * @description For policymakers and administrators.
         */
        put: operations["put_api_policies__vhost___name"];
        post?: never;
        /**
         * Clears a policy.
         * @description For policymakers and administrators.
         */
        delete: operations["delete_api_policies__vhost___name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All queues.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The queues of a virtual host.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_queues__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * A queue.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_queues__vhost___name"];
        /**
         * Declares a queue.
         * @description For users with a tag and access to the virtual host.
         */
        put: operations["put_api_queues__vhost___name"];
        post?: never;
        /**
         * Deletes a queue; with if-unused=true and if-empty=true only when it is.
         * @description For users with a tag and access to the virtual host.
         */
        delete: operations["delete_api_queues__vhost___name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}/{name}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronises a mirrored queue, which here is always in step.
         * @description For administrators.
         */
        post: operations["post_api_queues__vhost___name__actions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}/{name}/bindings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The bindings to a queue.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_queues__vhost___name__bindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}/{name}/contents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drops the ready messages of a queue.
         * @description For users with a tag and access to the virtual host.
         */
        delete: operations["delete_api_queues__vhost___name__contents"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}/{name}/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes messages off a queue; ackmode says what becomes of them.
         * @description For users with a tag and access to the virtual host.
         */
        post: operations["post_api_queues__vhost___name__get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}/{name}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Shows ready messages in the order of delivery; they stay as they are, and nobody notices.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_queues__vhost___name__messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{vhost}/{name}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts to move or copy messages of a queue elsewhere.
         * @description For users with a tag and access to the virtual host.
         */
        post: operations["post_api_queues__vhost___name__transfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/quorum/{vhost}/{name}/replicas/add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers 501: a quorum queue lives on this node alone.
         * @description For administrators.
         */
        post: operations["post_api_queues_quorum__vhost___name__replicas_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/quorum/{vhost}/{name}/replicas/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Answers 501: a quorum queue lives on this node alone.
         * @description For administrators.
         */
        delete: operations["delete_api_queues_quorum__vhost___name__replicas_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/quorum/replicas/on/{node}/grow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers 501: a quorum queue lives on this node alone.
         * @description For administrators.
         */
        post: operations["post_api_queues_quorum_replicas_on__node__grow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/quorum/replicas/on/{node}/shrink": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Answers 501: a quorum queue lives on this node alone.
         * @description For administrators.
         */
        delete: operations["delete_api_queues_quorum_replicas_on__node__shrink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rebalance/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spreads queues over the nodes; with one node they are spread already.
         * @description For administrators.
         */
        post: operations["post_api_rebalance_queues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets the statistics.
         * @description For administrators.
         */
        delete: operations["delete_api_reset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reset/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets the statistics of a node.
         * @description For administrators.
         */
        delete: operations["delete_api_reset__node"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topic-permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All topic permissions.
         * @description For administrators.
         */
        get: operations["get_api_topic_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topic-permissions/{vhost}/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The topic permissions of a user in a virtual host.
         * @description For administrators.
         */
        get: operations["get_api_topic_permissions__vhost___user"];
        /**
         * Sets which routing keys a user may use with a topic exchange.
         * @description For administrators.
         */
        put: operations["put_api_topic_permissions__vhost___user"];
        post?: never;
        /**
         * Clears the topic permissions of a user in a virtual host.
         * @description For administrators.
         */
        delete: operations["delete_api_topic_permissions__vhost___user"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topic-permissions/{vhost}/{user}/{exchange}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exchange: string;
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Clears one of them.
         * @description For administrators.
         */
        delete: operations["delete_api_topic_permissions__vhost___user___exchange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The transfers of messages that run, and the last that ended.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_transfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /**
         * A transfer of messages.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_transfers__id"];
        put?: never;
        post?: never;
        /**
         * Cancels a transfer of messages; what has been moved stays moved.
         * @description For users with a tag; each sees what is theirs.
         */
        delete: operations["delete_api_transfers__id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The limits of users; of the caller alone, unless it is an administrator.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_user_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-limits/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        /**
         * The limits of a user.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_user_limits__user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-limits/{user}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                user: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Sets a limit of a user.
         * @description For administrators.
         */
        put: operations["put_api_user_limits__user___name"];
        post?: never;
        /**
         * Clears a limit of a user.
         * @description For administrators.
         */
        delete: operations["delete_api_user_limits__user___name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All users.
         * @description For administrators.
         */
        get: operations["get_api_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        /**
         * Shows a user.
         * @description For administrators.
         */
        get: operations["get_api_users__user"];
        /**
         * Makes a user, or changes one.
         * @description For administrators.
         */
        put: operations["put_api_users__user"];
        post?: never;
        /**
         * Deletes a user with its permissions; its connections are closed.
         * @description For administrators.
         */
        delete: operations["delete_api_users__user"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        /**
         * What a user may do in each virtual host.
         * @description For administrators.
         */
        get: operations["get_api_users__user__permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user}/topic-permissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        /**
         * The topic permissions of a user.
         * @description For administrators.
         */
        get: operations["get_api_users__user__topic_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/bulk-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deletes some users.
         * @description For administrators.
         */
        post: operations["post_api_users_bulk_delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/without-permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users who may do nothing anywhere.
         * @description For administrators.
         */
        get: operations["get_api_users_without_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhost-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The limits of virtual hosts.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_vhost_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhost-limits/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The limits of a virtual host.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_vhost_limits__vhost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhost-limits/{vhost}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Sets a limit of a virtual host.
         * @description For administrators.
         */
        put: operations["put_api_vhost_limits__vhost___name"];
        post?: never;
        /**
         * Clears a limit of a virtual host.
         * @description For administrators.
         */
        delete: operations["delete_api_vhost_limits__vhost___name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The virtual hosts.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_vhosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhosts/{vhost}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Shows a virtual host.
         * @description For administrators.
         */
        get: operations["get_api_vhosts__vhost"];
        /**
         * Makes a virtual host, or changes one.
         * @description For administrators.
         */
        put: operations["put_api_vhosts__vhost"];
        post?: never;
        /**
         * Deletes a virtual host with everything in it; its connections are closed.
         * @description For administrators.
         */
        delete: operations["delete_api_vhosts__vhost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhosts/{vhost}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The channels of a virtual host.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_vhosts__vhost__channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhosts/{vhost}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The connections of a virtual host.
         * @description For users with a tag and access to the virtual host.
         */
        get: operations["get_api_vhosts__vhost__connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhosts/{vhost}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * Who may do what in a virtual host.
         * @description For administrators.
         */
        get: operations["get_api_vhosts__vhost__permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhosts/{vhost}/start/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
                vhost: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sees to it that a virtual host runs on a node.
         * @description For administrators.
         */
        post: operations["post_api_vhosts__vhost__start__node"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vhosts/{vhost}/topic-permissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        /**
         * The topic permissions in a virtual host.
         * @description For administrators.
         */
        get: operations["get_api_vhosts__vhost__topic_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Name, tags and permissions of the user who asks.
         * @description For users with a tag; each sees what is theirs.
         */
        get: operations["get_api_whoami"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers.
         * @description For everyone, without a login.
         */
        get: operations["get_health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether clients can be served: AMQP is listened for, and the disk takes what is written.
         * @description For everyone, without a login.
         */
        get: operations["get_health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus' metrics, summed up.
         * @description For everyone, without a login.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those of Prometheus' metrics that the query asks for.
         * @description For monitoring users and administrators.
         */
        get: operations["get_metrics_detailed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/per-object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus' metrics by queue, channel and connection.
         * @description For monitoring users and administrators.
         */
        get: operations["get_metrics_per_object"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        anything: unknown;
        audit_entry: {
            action: string;
            address: string;
            detail: string;
            /** @enum {unknown} */
            interface: "amqp" | "http";
            kind: string;
            name: string;
            timestamp: number;
            user: string;
            vhost: string;
        };
        auth_attempt: {
            auth_attempts: number;
            auth_attempts_failed: number;
            auth_attempts_succeeded: number;
            protocol: string;
        };
        binding: {
            arguments: components["schemas"]["table"];
            destination: string;
            /** @enum {unknown} */
            destination_type: "queue" | "exchange";
            properties_key: string;
            routing_key: string;
            source: string;
            vhost: string;
        };
        browsed_message: {
            delivery_count?: number;
            enqueued_at: number;
            exchange: string;
            expires_at?: number;
            payload: string;
            payload_bytes: number;
            payload_encoding: string;
            place: string;
            position: number;
            properties: components["schemas"]["message_properties"];
            redelivered: boolean;
            routing_key: string;
        };
        browsed_messages: {
            items: components["schemas"]["browsed_message"][];
            next: string | null;
            ready: number;
        };
        channel: {
            acks_uncommitted: number;
            confirm: boolean;
            connection_details: {
                name: string;
                peer_host: string;
                peer_port: number;
                user_provided_name: string;
            };
            consumer_count: number;
            consumer_details?: components["schemas"]["consumer"][];
            deliveries?: components["schemas"]["table"][];
            garbage_collection: components["schemas"]["table"];
            global_prefetch_count: number;
            idle_since?: string;
            message_stats?: components["schemas"]["message_stats"];
            messages_unacknowledged: number;
            messages_uncommitted: number;
            messages_unconfirmed: number;
            name: string;
            node: string;
            number: number;
            pending_raft_commands: number;
            prefetch_count: number;
            publishes?: components["schemas"]["table"][];
            reductions: number;
            reductions_details: components["schemas"]["rate"];
            state: string;
            transactional: boolean;
            user: string;
            user_who_performed_action: string;
            vhost: string;
        };
        closed: {
            channel?: number;
            closed_at: number;
            /** @enum {unknown} */
            closed_by: "client" | "broker" | "network";
            code: number | null;
            connection: string;
            name: string;
            operation: string | null;
            text: string | null;
            /** @enum {unknown} */
            type: "connection" | "channel";
            user: string;
            user_provided_name: string;
            vhost: string;
        };
        connection: {
            auth_mechanism: string;
            channel_max: number;
            channels: number;
            client_properties: components["schemas"]["table"];
            connected_at: number;
            frame_max: number;
            garbage_collection: components["schemas"]["table"];
            host: string;
            name: string;
            node: string;
            peer_cert_issuer: string | null;
            peer_cert_subject: string | null;
            peer_cert_validity: string | null;
            peer_host: string;
            peer_port: number;
            port: number;
            protocol: string;
            recv_cnt: number;
            recv_oct: number;
            recv_oct_details: components["schemas"]["rate"];
            reductions: number;
            reductions_details: components["schemas"]["rate"];
            send_cnt: number;
            send_oct: number;
            send_oct_details: components["schemas"]["rate"];
            send_pend: number;
            ssl: boolean;
            ssl_cipher: string | null;
            ssl_hash: string | null;
            ssl_key_exchange: string | null;
            ssl_protocol: string | null;
            state: string;
            timeout: number;
            type: string;
            user: string;
            user_provided_name?: string;
            user_who_performed_action: string;
            vhost: string;
        };
        consumer: {
            ack_required: boolean;
            active: boolean;
            activity_status: string;
            arguments: components["schemas"]["table"];
            channel_details: {
                connection_name: string;
                name: string;
                node: string;
                number: number;
                peer_host: string;
                peer_port: number;
                user: string;
                user_provided_name: string;
            };
            consumer_tag: string;
            consumer_timeout: number | string;
            exclusive: boolean;
            messages_unacknowledged: number;
            prefetch_count: number;
            queue: {
                name: string;
                vhost: string;
            };
        };
        /** @description As a file of definitions holds them; see the documentation of RabbitMQ. */
        definitions: {
            [key: string]: components["schemas"]["anything"];
        };
        error: {
            error?: string;
            /** @description What is wrong: a text, or a list of terms. */
            reason?: unknown;
        };
        exchange: {
            arguments: components["schemas"]["table"];
            auto_delete: boolean;
            durable: boolean;
            incoming?: components["schemas"]["table"][];
            internal: boolean;
            message_stats?: {
                publish_in?: number;
                publish_in_details?: components["schemas"]["rate"];
                publish_out?: number;
                publish_out_details?: components["schemas"]["rate"];
            };
            name: string;
            outgoing?: components["schemas"]["table"][];
            policy?: string | null;
            type: string;
            user_who_performed_action?: string;
            vhost: string;
        };
        exchange_declaration: {
            arguments?: components["schemas"]["table"];
            auto_delete?: boolean;
            durable?: boolean;
            internal?: boolean;
            type: string;
        };
        explain: {
            properties?: components["schemas"]["table"];
            routing_key?: string;
        };
        explanation: {
            exchange: string;
            exchanges: {
                alternate_exchange: string | null;
                alternate_policy: string | null;
                bindings: number;
                deduplicates: boolean;
                delay?: number;
                matches: {
                    arguments: components["schemas"]["table"];
                    by: string;
                    destination: string;
                    destination_type: string;
                    properties_key: string;
                    routing_key: string;
                    source: string;
                }[];
                name: string;
                outcome: string;
                picks_one: boolean;
                type: string;
            }[];
            queues: {
                certain: boolean;
                effective_policy_definition: components["schemas"]["table"];
                name: string;
                operator_policy: string | null;
                path: {
                    arguments: components["schemas"]["table"];
                    by: string;
                    destination: string;
                    destination_type: string;
                    properties_key: string;
                    routing_key: string;
                    source: string;
                }[];
                policy: string | null;
            }[];
            routed: boolean;
            routing_keys: string[];
            summary: string;
        };
        feature_flag: {
            desc: string;
            doc_url: string;
            name: string;
            provided_by: string;
            stability: string;
            state: string;
        };
        get_messages: {
            /** @enum {unknown} */
            ackmode: "ack_requeue_true" | "ack_requeue_false" | "reject_requeue_true" | "reject_requeue_false";
            count: number;
            /** @enum {unknown} */
            encoding: "auto" | "base64";
            truncate?: number;
        };
        global_parameter: {
            name: string;
            value: components["schemas"]["anything"];
        };
        health_check: {
            reason?: string;
            status: string;
        } & {
            [key: string]: components["schemas"]["anything"];
        };
        import_difference: {
            from?: components["schemas"]["anything"];
            kind: string;
            name: string;
            to: components["schemas"]["anything"];
            vhost: string;
        };
        /** @description With the parameter dry_run: what the import would do. */
        import_preview: {
            added: components["schemas"]["import_difference"][];
            changed: components["schemas"]["import_difference"][];
            kept: components["schemas"]["import_difference"][];
            left_out: number;
            unchanged: number;
        };
        login_methods: {
            enable_uaa: boolean;
            uaa_client_id: string;
            uaa_location: string;
        };
        memory: {
            allocated_unused: number;
            atom: number;
            binary: number;
            code: number;
            connection_channels: number;
            connection_other: number;
            connection_readers: number;
            connection_writers: number;
            metrics: number;
            mgmt_db: number;
            mnesia: number;
            msg_index: number;
            other_ets: number;
            other_proc: number;
            other_system: number;
            plugins: number;
            queue_procs: number;
            queue_slave_procs: number;
            quorum_ets: number;
            quorum_queue_dlx_procs: number;
            quorum_queue_procs: number;
            reserved_unallocated: number;
            strategy: string;
            stream_queue_coordinator_procs: number;
            stream_queue_procs: number;
            stream_queue_replica_reader_procs: number;
            total: {
                allocated: number;
                erlang: number;
                rss: number;
            };
        };
        message: {
            exchange: string;
            message_count: number;
            payload: string;
            payload_bytes: number;
            payload_encoding: string;
            properties: components["schemas"]["message_properties"];
            redelivered: boolean;
            routing_key: string;
        };
        message_properties: {
            app_id?: string;
            cluster_id?: string;
            content_encoding?: string;
            content_type?: string;
            correlation_id?: string;
            delivery_mode?: number;
            expiration?: string;
            headers?: components["schemas"]["table"];
            message_id?: string;
            priority?: number;
            reply_to?: string;
            timestamp?: number;
            type?: string;
            user_id?: string;
        };
        message_stats: {
            ack?: number;
            ack_details?: components["schemas"]["rate"];
            confirm?: number;
            confirm_details?: components["schemas"]["rate"];
            deliver?: number;
            deliver_details?: components["schemas"]["rate"];
            deliver_get?: number;
            deliver_get_details?: components["schemas"]["rate"];
            deliver_no_ack?: number;
            deliver_no_ack_details?: components["schemas"]["rate"];
            drop_unroutable?: number;
            drop_unroutable_details?: components["schemas"]["rate"];
            get?: number;
            get_details?: components["schemas"]["rate"];
            get_empty?: number;
            get_empty_details?: components["schemas"]["rate"];
            get_no_ack?: number;
            get_no_ack_details?: components["schemas"]["rate"];
            publish?: number;
            publish_details?: components["schemas"]["rate"];
            redeliver?: number;
            redeliver_details?: components["schemas"]["rate"];
            return_unroutable?: number;
            return_unroutable_details?: components["schemas"]["rate"];
        };
        name: {
            name: string;
        };
        new_binding: {
            arguments?: components["schemas"]["table"];
            routing_key?: string;
        };
        new_transfer: {
            count?: number;
            destination: {
                exchange?: string;
                original?: boolean;
                queue?: string;
                routing_key?: string;
            };
            /** @enum {unknown} */
            mode: "move" | "copy";
            positions?: number[];
            rate?: number;
        };
        node: {
            applications: {
                description: string;
                name: string;
                version: string;
            }[];
            auth_mechanisms: {
                description: string;
                enabled: boolean;
                name: string;
            }[];
            channel_closed: number;
            channel_closed_details: components["schemas"]["rate"];
            channel_created: number;
            channel_created_details: components["schemas"]["rate"];
            cluster_links: components["schemas"]["table"][];
            config_files: string[];
            connection_closed: number;
            connection_closed_details: components["schemas"]["rate"];
            connection_created: number;
            connection_created_details: components["schemas"]["rate"];
            context_switches: number;
            context_switches_details: components["schemas"]["rate"];
            contexts: {
                cowboy_opts: string;
                description: string;
                ip: string;
                path: string;
                port: string;
            }[];
            db_dir: string;
            disk_free: number;
            disk_free_alarm: boolean;
            disk_free_details: components["schemas"]["rate"];
            disk_free_limit: number;
            enabled_plugins: string[];
            exchange_types: {
                description: string;
                enabled: boolean;
                name: string;
            }[];
            fd_total: number;
            fd_used: number;
            fd_used_details: components["schemas"]["rate"];
            gc_bytes_reclaimed: number;
            gc_bytes_reclaimed_details: components["schemas"]["rate"];
            gc_num: number;
            gc_num_details: components["schemas"]["rate"];
            io_read_avg_time: number;
            io_read_avg_time_details: components["schemas"]["rate"];
            io_read_bytes: number;
            io_read_bytes_details: components["schemas"]["rate"];
            io_read_count: number;
            io_read_count_details: components["schemas"]["rate"];
            io_reopen_count: number;
            io_reopen_count_details: components["schemas"]["rate"];
            io_seek_avg_time: number;
            io_seek_avg_time_details: components["schemas"]["rate"];
            io_seek_count: number;
            io_seek_count_details: components["schemas"]["rate"];
            io_sync_avg_time: number;
            io_sync_avg_time_details: components["schemas"]["rate"];
            io_sync_count: number;
            io_sync_count_details: components["schemas"]["rate"];
            io_write_avg_time: number;
            io_write_avg_time_details: components["schemas"]["rate"];
            io_write_bytes: number;
            io_write_bytes_details: components["schemas"]["rate"];
            io_write_count: number;
            io_write_count_details: components["schemas"]["rate"];
            log_files: string[];
            mem_alarm: boolean;
            mem_calculation_strategy: string;
            mem_limit: number;
            mem_used: number;
            mem_used_details: components["schemas"]["rate"];
            memory?: components["schemas"]["memory"];
            metrics_gc_queue_length: components["schemas"]["table"];
            mnesia_disk_tx_count: number;
            mnesia_disk_tx_count_details: components["schemas"]["rate"];
            mnesia_ram_tx_count: number;
            mnesia_ram_tx_count_details: components["schemas"]["rate"];
            msg_store_read_count: number;
            msg_store_read_count_details: components["schemas"]["rate"];
            msg_store_write_count: number;
            msg_store_write_count_details: components["schemas"]["rate"];
            name: string;
            net_ticktime: number;
            os_pid: string;
            partitions: string[];
            proc_total: number;
            proc_used: number;
            proc_used_details: components["schemas"]["rate"];
            processors: number;
            queue_created: number;
            queue_created_details: components["schemas"]["rate"];
            queue_declared: number;
            queue_declared_details: components["schemas"]["rate"];
            queue_deleted: number;
            queue_deleted_details: components["schemas"]["rate"];
            queue_index_read_count: number;
            queue_index_read_count_details: components["schemas"]["rate"];
            queue_index_write_count: number;
            queue_index_write_count_details: components["schemas"]["rate"];
            ra_open_file_metrics: components["schemas"]["table"];
            rates_mode: string;
            run_queue: number;
            running: boolean;
            sockets_total: number;
            sockets_used: number;
            sockets_used_details: components["schemas"]["rate"];
            type: string;
            uptime: number;
        };
        node_memory: {
            memory: components["schemas"]["memory"];
        };
        overview: {
            churn_rates: {
                channel_closed: number;
                channel_closed_details: components["schemas"]["rate"];
                channel_created: number;
                channel_created_details: components["schemas"]["rate"];
                connection_closed: number;
                connection_closed_details: components["schemas"]["rate"];
                connection_created: number;
                connection_created_details: components["schemas"]["rate"];
                queue_created: number;
                queue_created_details: components["schemas"]["rate"];
                queue_declared: number;
                queue_declared_details: components["schemas"]["rate"];
                queue_deleted: number;
                queue_deleted_details: components["schemas"]["rate"];
            };
            cluster_name: string;
            contexts?: {
                cowboy_opts: string;
                description: string;
                ip: string;
                node: string;
                path: string;
                port: string;
                ssl_opts: unknown[];
            }[];
            disable_stats: boolean;
            enable_queue_totals: boolean;
            erlang_full_version: string;
            erlang_version: string;
            exchange_types: {
                description: string;
                enabled: boolean;
                name: string;
            }[];
            listeners?: {
                ip_address: string;
                node: string;
                port: number;
                protocol: string;
                socket_opts: components["schemas"]["table"];
            }[];
            management_version: string;
            message_stats?: components["schemas"]["message_stats"];
            node?: string;
            object_totals: {
                channels: number;
                connections: number;
                consumers: number;
                exchanges: number;
                queues: number;
            };
            product_name: string;
            product_version: string;
            queue_totals: {
                messages: number;
                messages_details: components["schemas"]["rate"];
                messages_ready: number;
                messages_ready_details: components["schemas"]["rate"];
                messages_unacknowledged: number;
                messages_unacknowledged_details: components["schemas"]["rate"];
            };
            rabbitmq_version: string;
            rates_mode: string;
            release_series_support_status: string;
            sample_retention_policies: {
                basic: number[];
                detailed: number[];
                global: number[];
            };
            statistics_db_event_queue: number;
        };
        parameter: {
            component: string;
            name: string;
            value: components["schemas"]["anything"];
            vhost: string;
        };
        permission: {
            configure: string;
            read: string;
            user: string;
            vhost: string;
            write: string;
        };
        permission_body: {
            configure: string;
            read: string;
            write: string;
        };
        policy: {
            /** @enum {string} */
            "apply-to": "all" | "queues" | "exchanges" | "classic_queues" | "quorum_queues" | "streams";
            definition: components["schemas"]["table"];
            name: string;
            pattern: string;
            priority: number;
            vhost: string;
        };
        policy_body: {
            "apply-to"?: string;
            definition: components["schemas"]["table"];
            pattern: string;
            priority?: number;
        };
        publish: {
            payload: string;
            /** @enum {unknown} */
            payload_encoding: "string" | "base64";
            properties: components["schemas"]["table"];
            routing_key: string;
        };
        published: {
            routed: boolean;
        };
        queue: {
            arguments: components["schemas"]["table"];
            auto_delete: boolean;
            consumer_details?: components["schemas"]["consumer"][];
            consumers: number;
            deliveries?: components["schemas"]["table"][];
            durable: boolean;
            effective_policy_definition: components["schemas"]["table"];
            exclusive: boolean;
            exclusive_consumer_tag?: string | null;
            head_message_timestamp?: number | null;
            idle_since?: string;
            incoming?: components["schemas"]["table"][];
            leader?: string | null;
            members?: string[];
            memory: number;
            message_bytes: number;
            message_bytes_ready: number;
            message_bytes_unacknowledged: number;
            message_stats?: components["schemas"]["message_stats"];
            messages: number;
            messages_details: components["schemas"]["rate"];
            messages_ready: number;
            messages_ready_details: components["schemas"]["rate"];
            messages_unacknowledged: number;
            messages_unacknowledged_details: components["schemas"]["rate"];
            name: string;
            node: string;
            online?: string[];
            operator_policy: string | null;
            policy: string | null;
            recoverable_slaves?: null;
            single_active_consumer_ctag?: string | null;
            single_active_consumer_tag?: string | null;
            state: string;
            type: string;
            vhost: string;
        };
        queue_declaration: {
            arguments?: components["schemas"]["table"];
            auto_delete?: boolean;
            durable?: boolean;
            node?: string;
        };
        /** @description What happens in a second; with samples, newest first, where a range of time was asked for. */
        rate: {
            avg?: number;
            avg_rate?: number;
            rate: number;
            samples?: components["schemas"]["sample"][];
        };
        sample: {
            sample: number;
            timestamp: number;
        };
        /** @description Names and values of any type. */
        table: {
            [key: string]: components["schemas"]["anything"];
        };
        topic_permission: {
            exchange: string;
            read: string;
            user: string;
            vhost: string;
            write: string;
        };
        topic_permission_body: {
            exchange: string;
            read: string;
            write: string;
        };
        transfer: {
            destination: {
                exchange: string | null;
                original: boolean;
                routing_key: string | null;
            };
            ended: number | null;
            id: string;
            /** @enum {unknown} */
            mode: "move" | "copy";
            moved: number;
            queue: string;
            reason: string | null;
            skipped: number;
            started: number;
            /** @enum {unknown} */
            state: "running" | "done" | "cancelled" | "failed";
            total: number;
            user: string;
            vhost: string;
        };
        user: {
            hashing_algorithm: string;
            limits?: {
                [key: string]: number;
            };
            name: string;
            password_hash: string;
            tags: string[];
        };
        user_body: {
            hashing_algorithm?: string;
            password?: string;
            password_hash?: string;
            tags: string;
        };
        user_limits: {
            user: string;
            value: {
                [key: string]: number;
            };
        };
        users: {
            users: string[];
        };
        value: {
            value: components["schemas"]["anything"];
        };
        vhost: {
            cluster_state: {
                [key: string]: string;
            };
            default_queue_type?: string;
            description: string;
            message_stats?: components["schemas"]["message_stats"];
            messages: number;
            messages_details: components["schemas"]["rate"];
            messages_ready: number;
            messages_ready_details: components["schemas"]["rate"];
            messages_unacknowledged: number;
            messages_unacknowledged_details: components["schemas"]["rate"];
            metadata: components["schemas"]["table"];
            name: string;
            recv_oct: number;
            recv_oct_details: components["schemas"]["rate"];
            send_oct: number;
            send_oct_details: components["schemas"]["rate"];
            tags: string[];
            tracing: boolean;
        };
        vhost_body: {
            default_queue_type?: string;
            description?: string;
            tags?: string;
            tracing?: boolean;
        };
        vhost_limits: {
            value: {
                [key: string]: number;
            };
            vhost: string;
        };
        whoami: {
            name: string;
            /** @description What the user may do, by virtual host. */
            permissions: components["schemas"]["permission"][];
            tags: string[];
            topic_permissions: components["schemas"]["topic_permission"][];
        };
    };
    responses: never;
    parameters: {
        /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
        columns: string;
        /** @description Samples of octets: how far back, in seconds. */
        data_rates_age: number;
        /** @description Samples of octets: how far apart, in seconds. */
        data_rates_incr: number;
        /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
        filter: string;
        /** @description Samples of how many messages there are: how far back, in seconds. */
        lengths_age: number;
        /** @description Samples of how many messages there are: how far apart, in seconds. */
        lengths_incr: number;
        /** @description Samples of what happens to messages: how far back, in seconds. */
        msg_rates_age: number;
        /** @description Samples of what happens to messages: how far apart, in seconds. */
        msg_rates_incr: number;
        /** @description With `page`: what the name must contain, whatever its case. */
        name: string;
        /** @description Samples of what the process takes: how far back, in seconds. */
        node_stats_age: number;
        /** @description Samples of what the process takes: how far apart, in seconds. */
        node_stats_incr: number;
        /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
        page: number;
        /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
        page_size: number;
        /** @description Of a list: the member to sort by; a dot descends. */
        sort: string;
        /** @description Of a list: `true` for descending order. */
        sort_reverse: boolean;
        /** @description With `name`: `true` when it is a regular expression. */
        use_regex: boolean;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_api: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_aliveness_test__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_all_configuration: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["definitions"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_all_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["definitions"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_audit: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["audit_entry"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["audit_entry"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_auth: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["login_methods"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_auth_attempts__node: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["auth_attempt"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_auth_attempts__node: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_auth_attempts__node__source: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["auth_attempt"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_bindings: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_bindings__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_bindings__vhost__e__source__e__destination: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                destination: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_bindings__vhost__e__source__e__destination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["new_binding"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_bindings__vhost__e__source__e__destination___props: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                destination: string;
                props: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_bindings__vhost__e__source__e__destination___props: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                props: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_bindings__vhost__e__source__q__destination: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                destination: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_bindings__vhost__e__source__q__destination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["new_binding"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_bindings__vhost__e__source__q__destination___props: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                destination: string;
                props: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_bindings__vhost__e__source__q__destination___props: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination: string;
                props: string;
                source: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_channels: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["channel"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["channel"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_channels__channel: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["channel"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_closed: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["closed"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["closed"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_cluster_name: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["name"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_cluster_name: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["name"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_connections: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["connection"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["connection"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_connections__connection: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["connection"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_connections__connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_connections__connection__channels: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["channel"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["channel"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_connections_username__user: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["connection"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["connection"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_connections_username__user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_consumers: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["consumer"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["consumer"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_consumers__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["consumer"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["consumer"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_consumers__vhost___channel___tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
                tag: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_definitions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["definitions"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_definitions: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["definitions"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["import_preview"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_definitions__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["definitions"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_definitions__vhost: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["definitions"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["import_preview"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_events: {
        parameters: {
            query?: {
                alarms?: boolean;
                overview?: boolean;
                queue?: string;
                vhost?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_exchanges: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["exchange"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_exchanges__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["exchange"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_exchanges__vhost___name: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["exchange"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_exchanges__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["exchange_declaration"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_exchanges__vhost___name: {
        parameters: {
            query?: {
                "if-unused"?: boolean;
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_exchanges__vhost___name__bindings_destination: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_exchanges__vhost___name__bindings_source: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_exchanges__vhost___name__publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["publish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["published"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_explain__vhost___exchange: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                routing_key?: string;
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                exchange: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["explanation"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_explain__vhost___exchange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exchange: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["explain"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["explanation"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_extensions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_feature_flags: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["feature_flag"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_feature_flags__name__enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["table"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_global_parameters: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["global_parameter"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_global_parameters__name: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["global_parameter"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_global_parameters__name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["value"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_global_parameters__name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_alarms: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_below_node_connection_limit: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_certificate_expiration__within___unit: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                unit: string;
                within: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_is_in_service: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_local_alarms: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_metadata_store_initialized: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_metadata_store_initialized_with_data: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_node_is_mirror_sync_critical: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_node_is_quorum_critical: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_port_listener__port: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                port: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_protocol_listener__protocol: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                protocol: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_quorum_queues_without_elected_leaders_all_vhosts: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_quorum_queues_without_elected_leaders_vhost__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_reached_target_cluster_size: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_ready_to_serve_clients: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_health_checks_virtual_hosts: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_healthchecks_node: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_healthchecks_node__node: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_index_html: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["table"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_nodes: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["node"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_nodes__node: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                memory?: boolean;
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["node"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_nodes__node__memory: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["node_memory"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_nodes__node__memory_relative: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["node_memory"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_openapi_json: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_operator_policies: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_operator_policies__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_operator_policies__vhost___name: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_operator_policies__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["policy_body"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_operator_policies__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_overview: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                disable_stats?: boolean;
                enable_queue_totals?: boolean;
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["overview"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_parameters: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["parameter"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_parameters__component: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                component: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["parameter"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_parameters__component___vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                component: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["parameter"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_parameters__component___vhost___name: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                component: string;
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["parameter"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_parameters__component___vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component: string;
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["value"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_parameters__component___vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component: string;
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_permissions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["permission"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_permissions__vhost___user: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["permission"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_permissions__vhost___user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["permission_body"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_permissions__vhost___user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_policies: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_policies__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_policies__vhost___name: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_policies__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["policy_body"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_policies__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_queues: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                disable_stats?: boolean;
                enable_queue_totals?: boolean;
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["queue"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["queue"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_queues__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                disable_stats?: boolean;
                enable_queue_totals?: boolean;
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["queue"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["queue"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_queues__vhost___name: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["queue"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_queues__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["queue_declaration"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_queues__vhost___name: {
        parameters: {
            query?: {
                "if-empty"?: boolean;
                "if-unused"?: boolean;
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_queues__vhost___name__actions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["table"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_queues__vhost___name__bindings: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["binding"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_queues__vhost___name__contents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_queues__vhost___name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["get_messages"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["message"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_queues__vhost___name__messages: {
        parameters: {
            query?: {
                after?: string;
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                contains?: string;
                count?: number;
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                encoding?: string;
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                offset?: number;
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                truncate?: number;
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["browsed_messages"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_queues__vhost___name__transfers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["new_transfer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["transfer"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_queues_quorum__vhost___name__replicas_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["table"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_queues_quorum__vhost___name__replicas_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_queues_quorum_replicas_on__node__grow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["table"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_queues_quorum_replicas_on__node__shrink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_rebalance_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["table"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_reset__node: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_topic_permissions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["topic_permission"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_topic_permissions__vhost___user: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["topic_permission"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_topic_permissions__vhost___user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["topic_permission_body"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_topic_permissions__vhost___user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_topic_permissions__vhost___user___exchange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exchange: string;
                user: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_transfers: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["transfer"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_transfers__id: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["transfer"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_transfers__id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_user_limits: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["user_limits"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_user_limits__user: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["user_limits"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_user_limits__user___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["value"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_user_limits__user___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_users: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["user"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["user"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_users__user: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["user"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_users__user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["user_body"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_users__user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_users__user__permissions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["permission"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_users__user__topic_permissions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["topic_permission"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_users_bulk_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["users"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_users_without_permissions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["user"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhost_limits: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["vhost_limits"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhost_limits__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["vhost_limits"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_vhost_limits__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["value"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_vhost_limits__vhost___name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhosts: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["vhost"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["vhost"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhosts__vhost: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["vhost"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    put_api_vhosts__vhost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["vhost_body"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    delete_api_vhosts__vhost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhosts__vhost__channels: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["channel"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["channel"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhosts__vhost__connections: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["connection"][] | {
                        filtered_count: number;
                        item_count: number;
                        items: components["schemas"]["connection"][];
                        page: number;
                        page_count: number;
                        page_size: number;
                        total_count: number;
                    };
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhosts__vhost__permissions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["permission"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    post_api_vhosts__vhost__start__node: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                node: string;
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["table"];
            };
        };
        responses: {
            /** @description Done: 201 when something is there that was not, 204 without an answer, 200 with one. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_vhosts__vhost__topic_permissions: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path: {
                vhost: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["topic_permission"][];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_api_whoami: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["whoami"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_health_live: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_health_ready: {
        parameters: {
            query?: {
                /** @description Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires. */
                columns?: components["parameters"]["columns"];
                /** @description Samples of octets: how far back, in seconds. */
                data_rates_age?: components["parameters"]["data_rates_age"];
                /** @description Samples of octets: how far apart, in seconds. */
                data_rates_incr?: components["parameters"]["data_rates_incr"];
                /** @description Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, `<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`. */
                filter?: components["parameters"]["filter"];
                /** @description Samples of how many messages there are: how far back, in seconds. */
                lengths_age?: components["parameters"]["lengths_age"];
                /** @description Samples of how many messages there are: how far apart, in seconds. */
                lengths_incr?: components["parameters"]["lengths_incr"];
                /** @description Samples of what happens to messages: how far back, in seconds. */
                msg_rates_age?: components["parameters"]["msg_rates_age"];
                /** @description Samples of what happens to messages: how far apart, in seconds. */
                msg_rates_incr?: components["parameters"]["msg_rates_incr"];
                /** @description With `page`: what the name must contain, whatever its case. */
                name?: components["parameters"]["name"];
                /** @description Samples of what the process takes: how far back, in seconds. */
                node_stats_age?: components["parameters"]["node_stats_age"];
                /** @description Samples of what the process takes: how far apart, in seconds. */
                node_stats_incr?: components["parameters"]["node_stats_incr"];
                /** @description Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1. */
                page?: components["parameters"]["page"];
                /** @description With `page`: rows of a page, 1 to 500, 100 unless told. */
                page_size?: components["parameters"]["page_size"];
                /** @description Of a list: the member to sort by; a dot descends. */
                sort?: components["parameters"]["sort"];
                /** @description Of a list: `true` for descending order. */
                sort_reverse?: components["parameters"]["sort_reverse"];
                /** @description With `name`: `true` when it is a regular expression. */
                use_regex?: components["parameters"]["use_regex"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["health_check"];
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_metrics_detailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
    get_metrics_per_object: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description The request makes no sense, or cannot be done as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description No login, a wrong one, or one that may not do this. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error"];
                };
            };
        };
    };
}
