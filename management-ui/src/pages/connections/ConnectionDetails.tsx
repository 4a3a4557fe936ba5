import { Text } from '@mantine/core';
import type { Connection } from '@/api/queries/clients';
import { AppLink } from '@/components/AppLink';
import { Section } from '@/components/Section';
import { formatBytes, formatCount, NONE } from '@/format';
import { Facts } from '../clients/Facts';

/** What was agreed on when it opened. */
export function ConnectionDetails({ connection }: { readonly connection: Connection }) {
  const { user, vhost, timeout, frame_max, channel_max } = connection;
  return (
    <Section title="Details">
      <Facts
        cols={3}
        facts={[
          [
            'User',
            <AppLink key="user" to={`/connections?filter=${encodeURIComponent(`user="${user}"`)}`} inherit>
              {user}
            </AppLink>,
          ],
          ['Virtual host', vhost],
          ['Protocol', connection.protocol],
          ['From', `${connection.peer_host} port ${connection.peer_port}`],
          ['To', `${connection.host} port ${connection.port}`],
          ['Login', connection.auth_mechanism],
          ['Heartbeat', timeout === 0 ? 'off' : `${timeout} s`],
          ['Greatest frame', frame_max === 0 ? 'no limit' : formatBytes(frame_max)],
          ['Channels at most', channel_max === 0 ? 'no limit' : formatCount(channel_max)],
          ['Packets received', formatCount(connection.recv_cnt)],
          ['Packets sent', formatCount(connection.send_cnt)],
          ['Waiting to be sent', formatCount(connection.send_pend)],
        ]}
      />
    </Section>
  );
}

/** How it is encrypted, and who the client is by its certificate. */
export function TlsDetails({ connection }: { readonly connection: Connection }) {
  return (
    <Section title="TLS">
      {connection.ssl ? (
        <Facts
          facts={[
            ['Version', connection.ssl_protocol ?? NONE],
            ['Cipher', connection.ssl_cipher ?? NONE],
            ['Hash', connection.ssl_hash ?? NONE],
            ['Key exchange', connection.ssl_key_exchange ?? NONE],
            ['Certificate of', connection.peer_cert_subject ?? 'the client showed none'],
            connection.peer_cert_issuer !== null && ['Issued by', connection.peer_cert_issuer],
            connection.peer_cert_validity !== null && ['Valid', connection.peer_cert_validity],
          ]}
        />
      ) : (
        <Text size="sm" c="dimmed">
          It is not encrypted: whoever is on the way can read what goes over it, the password included.
        </Text>
      )}
    </Section>
  );
}
