import { Group, Text, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Connection } from '@/api/queries/clients';
import { AppLink } from '@/components/AppLink';
import type { Column } from '@/components/table/column';
import { formatAge, formatByteRate, formatBytes, formatCount, formatMoment, NONE } from '@/format';
import { ClientState } from '../clients/ClientState';
import { connectionPath, labelOf, peerOf, productOf } from '../clients/names';

export const connectionColumns: readonly Column<Connection>[] = [
  {
    id: 'user_provided_name',
    fields: ['user_provided_name', 'name', 'ssl'],
    header: 'Client',
    width: 190,
    cell: (connection) => (
      <Group gap={6} wrap="nowrap">
        <AppLink to={connectionPath(connection.name)} size="sm" fw={550} truncate title={connection.name}>
          {labelOf(connection)}
        </AppLink>
        {connection.ssl && (
          <Tooltip label="Encrypted">
            <IconLock size={14} role="img" aria-label="Encrypted" style={{ flex: 'none' }} />
          </Tooltip>
        )}
      </Group>
    ),
    filter: { kind: 'text', description: 'Name that the client gave it' },
  },
  {
    id: 'peer_host',
    fields: ['name', 'peer_host', 'peer_port'],
    header: 'Address',
    width: 150,
    cell: ({ name }) => (
      <Text span size="sm" ff="monospace" fz="xs" title={name}>
        {peerOf(name)}
      </Text>
    ),
    filter: { kind: 'text', description: 'Address that it comes from: 10.0.* ' },
  },
  {
    id: 'user',
    header: 'User',
    width: 100,
    cell: ({ user }) => <span title={user}>{user}</span>,
    filter: { kind: 'text', description: 'User' },
  },
  {
    id: 'vhost',
    header: 'Virtual host',
    width: 100,
    cell: ({ vhost }) => <span title={vhost}>{vhost}</span>,
    filter: { kind: 'text', description: 'Virtual host' },
  },
  {
    id: 'state',
    header: 'State',
    width: 92,
    cell: ({ state }) => <ClientState state={state} />,
    filter: { kind: 'text', description: 'running, flow, blocking or blocked' },
  },
  {
    id: 'client_properties.product',
    fields: ['client_properties.product', 'client_properties.version'],
    header: 'Library',
    width: 128,
    cell: ({ client_properties }) => {
      const product = productOf(client_properties);
      return <span title={product}>{product || NONE}</span>;
    },
    filter: { kind: 'text', description: 'Library of the client' },
  },
  {
    id: 'client_properties.version',
    header: 'Version',
    width: 90,
    isOptional: true,
    cell: ({ client_properties: properties }) => String(properties?.version ?? NONE),
    filter: { kind: 'text', description: 'Version of the library' },
  },
  {
    id: 'channels',
    header: 'Channels',
    width: 98,
    isNumeric: true,
    cell: ({ channels }) => formatCount(channels),
    filter: { kind: 'number', description: 'Open channels' },
  },
  {
    id: 'recv_oct_details.rate',
    header: 'From client',
    width: 104,
    isNumeric: true,
    cell: ({ recv_oct_details }) => formatByteRate(recv_oct_details?.rate),
    filter: { kind: 'number', description: 'Bytes from the client in a second' },
  },
  {
    id: 'send_oct_details.rate',
    header: 'To client',
    width: 104,
    isNumeric: true,
    cell: ({ send_oct_details }) => formatByteRate(send_oct_details?.rate),
    filter: { kind: 'number', description: 'Bytes to the client in a second' },
  },
  {
    id: 'connected_at',
    header: 'Connected',
    width: 100,
    isNumeric: true,
    cell: ({ connected_at }) => <span title={formatMoment(connected_at)}>{formatAge(connected_at)}</span>,
    filter: { kind: 'number', description: 'Unix milliseconds' },
  },
  {
    id: 'recv_oct',
    header: 'Received',
    width: 96,
    isNumeric: true,
    isOptional: true,
    cell: ({ recv_oct }) => formatBytes(recv_oct),
    filter: { kind: 'number', description: 'Bytes from the client in all' },
  },
  {
    id: 'send_oct',
    header: 'Sent',
    width: 96,
    isNumeric: true,
    isOptional: true,
    cell: ({ send_oct }) => formatBytes(send_oct),
    filter: { kind: 'number', description: 'Bytes to the client in all' },
  },
  {
    id: 'ssl',
    header: 'TLS',
    fields: ['ssl', 'ssl_protocol'],
    width: 80,
    isOptional: true,
    cell: ({ ssl, ssl_protocol }) => (ssl ? (ssl_protocol ?? 'yes') : 'no'),
    filter: { kind: 'flag', description: 'true or false' },
  },
  text('protocol', 'Protocol', 'Protocol'),
  text('auth_mechanism', 'Login', 'How it logged in: PLAIN, EXTERNAL'),
  {
    id: 'timeout',
    header: 'Heartbeat',
    width: 96,
    isNumeric: true,
    isOptional: true,
    cell: ({ timeout }) => (timeout === 0 ? 'off' : `${timeout} s`),
    filter: { kind: 'number', description: 'Seconds; 0 for none' },
  },
];

function text(id: 'protocol' | 'auth_mechanism', header: string, description: string): Column<Connection> {
  return {
    id,
    header,
    width: 110,
    isOptional: true,
    cell: (connection) => connection[id],
    filter: { kind: 'text', description },
  };
}
