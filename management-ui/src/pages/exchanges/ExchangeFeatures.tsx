import { Badge, Group, Tooltip } from '@mantine/core';
import type { Exchange } from '@/api/queries/exchanges';
import { typeOf } from './exchangeTypes';

export function ExchangeType({ type }: { readonly type: string }) {
  return (
    <Badge variant="light" size="sm" color={typeOf(type).color} tt="none">
      {type}
    </Badge>
  );
}

type Declared = Pick<Exchange, 'durable' | 'auto_delete' | 'internal' | 'arguments'>;

/** What is special about an exchange, short; in full when pointed at. */
export function ExchangeFeatures({ exchange }: { readonly exchange: Declared }) {
  return (
    <Group gap={4} wrap="nowrap">
      {featuresOf(exchange).map(([short, full]) => (
        <Tooltip key={full} label={full}>
          <Badge variant="default" size="sm" tt="none" aria-label={full}>
            {short}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}

const shortNames: Readonly<Record<string, string>> = {
  'alternate-exchange': 'AE',
  'x-delayed-type': 'DT',
  'x-cache-size': 'Cache',
  'x-cache-ttl': 'TTL',
};

export function featuresOf({ durable, auto_delete: autoDelete, internal, arguments: args }: Declared) {
  const features: (readonly [short: string, full: string])[] = [];
  if (durable) {
    features.push(['D', 'Durable']);
  }
  if (autoDelete) {
    features.push(['AD', 'Deleted with its last binding']);
  }
  if (internal) {
    features.push(['I', 'Internal: clients may not publish to it']);
  }
  for (const [name, value] of Object.entries(args)) {
    features.push([shortNames[name] ?? name, `${name}: ${JSON.stringify(value)}`]);
  }
  return features;
}
