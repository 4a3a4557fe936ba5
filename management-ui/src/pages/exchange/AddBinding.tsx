import { Autocomplete, Input, SegmentedControl, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState } from 'react';
import type { ExchangeName } from '@/api/queries/exchanges';
import { useNames } from '@/api/queries/names';
import { Section } from '@/components/Section';
import { Refusal } from '@/session/Refusal';
import { useIsTopic, useRights } from '@/session/useRights';
import { BindingForm } from '../bindings/BindingForm';
import { typeOf } from '../exchanges/exchangeTypes';

type Kind = 'queue' | 'exchange';

export function AddBinding({ exchange, type }: { readonly exchange: ExchangeName; readonly type: string }) {
  const [kind, setKind] = useState<Kind>('queue');
  const [destination, setDestination] = useState('');
  const [typed] = useDebouncedValue(destination, 200);
  const { data: names = [] } = useNames(exchange.vhost, kind, typed);
  const kindLabel = useId();
  const { keyHint, bindingArguments } = typeOf(type);

  const { vhost, name: source } = exchange;
  const { may, refusedBy } = useRights();
  const isTopic = useIsTopic(vhost);
  const isRefused = destination !== '' && !may('write', vhost, destination);
  return (
    <Section title="Add a binding from this exchange">
      <BindingForm
        source={exchange}
        kind={kind}
        destination={destination}
        done={`${destination} is bound to ${exchange.name}.`}
        keyHint={keyHint}
        suggestions={bindingArguments}
        isRefused={isRefused}
        refusingPattern={(key) => (isTopic(source) ? refusedBy('read', vhost, source, key) : undefined)}
      >
        <Stack gap={2}>
          <Input.Label id={kindLabel}>To</Input.Label>
          <SegmentedControl
            aria-labelledby={kindLabel}
            value={kind}
            onChange={(value) => {
              setKind(value as Kind);
              setDestination('');
            }}
            data={[
              { value: 'queue', label: 'Queue' },
              { value: 'exchange', label: 'Exchange' },
            ]}
          />
        </Stack>
        <Autocomplete
          label={kind === 'queue' ? 'Name of the queue' : 'Name of the exchange'}
          required
          data={names.filter((name) => name !== '' && may('write', vhost, name))}
          limit={50}
          value={destination}
          onChange={setDestination}
          error={isRefused && <Refusal deed={`bind this ${kind}`} right="write" vhost={vhost} />}
          flex="1 1 220px"
        />
      </BindingForm>
    </Section>
  );
}
