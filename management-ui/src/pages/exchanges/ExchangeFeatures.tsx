import { Badge } from '@mantine/core';
import type { Exchange } from '@/api/queries/exchanges';
import { FeatureBadges } from '@/components/FeatureBadges';
import { typeOf } from './exchangeTypes';

export function ExchangeType({ type }: { readonly type: string }) {
  return (
    <Badge variant="light" size="sm" color={typeOf(type).color} tt="none">
      {type}
    </Badge>
  );
}

type Declared = Pick<Exchange, 'durable' | 'auto_delete' | 'internal' | 'arguments'>;

const shortNames: Readonly<Record<string, string>> = {
  'alternate-exchange': 'AE',
  'x-delayed-type': 'DT',
  'x-cache-size': 'Cache',
  'x-cache-ttl': 'TTL',
};

export function ExchangeFeatures({ exchange }: { readonly exchange: Declared }) {
  return (
    <FeatureBadges
      flags={[
        exchange.durable && ['D', 'Durable'],
        exchange.auto_delete && ['AD', 'Deleted with its last binding'],
        exchange.internal && ['I', 'Internal: clients may not publish to it'],
      ]}
      args={exchange.arguments}
      shortNames={shortNames}
    />
  );
}
