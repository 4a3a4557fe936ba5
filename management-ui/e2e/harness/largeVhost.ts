import type { Broker } from './broker';

/** A virtual host with about two hundred exchanges and queues, bound as in a company with many teams. */
export async function declareLargeVhost(broker: Broker, vhost: string): Promise<void> {
  const path = encodeURIComponent(vhost);
  await broker.api('PUT', `/vhosts/${path}`);
  await broker.api('PUT', `/permissions/${path}/guest`, { configure: '.*', write: '.*', read: '.*' });
  const teams = [
    'billing',
    'catalogue',
    'checkout',
    'delivery',
    'fraud',
    'mail',
    'pricing',
    'returns',
    'search',
    'stock',
  ];
  const exchange = (name: string, type: string) => ({
    name,
    type,
    durable: true,
    auto_delete: false,
    internal: false,
    arguments: {},
  });
  const exchanges = [
    exchange('company', 'topic'),
    ...teams.flatMap((team) => [exchange(team, 'topic'), exchange(`${team}.dead`, 'fanout')]),
  ];
  const queues = teams.flatMap((team) =>
    Array.from({ length: 18 }, (_, at) => ({
      name: at === 0 ? `${team}.dead-letters` : `${team}.worker-${at}`,
      durable: true,
      auto_delete: false,
      arguments: at > 12 ? { 'x-dead-letter-exchange': `${team}.dead` } : {},
    })),
  );
  const bindings = [
    ...teams.map((team) => ({
      source: 'company',
      destination: team,
      destination_type: 'exchange',
      routing_key: `${team}.#`,
      arguments: {},
    })),
    ...queues.flatMap(({ name }) => {
      const [team = '', role = ''] = name.split('.');
      return role === 'worker-17'
        ? []
        : [
            {
              source: role === 'dead-letters' ? `${team}.dead` : team,
              destination: name,
              destination_type: 'queue',
              routing_key: role === 'dead-letters' ? '' : `*.${role}`,
              arguments: {},
            },
          ];
    }),
  ];
  await broker.api('POST', `/definitions/${path}`, { exchanges, queues, bindings });
}
