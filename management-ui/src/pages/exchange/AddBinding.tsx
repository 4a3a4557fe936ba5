import { Autocomplete, Input, SegmentedControl, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState } from 'react';
import { type ExchangeName, useNames } from '@/api/queries/exchanges';
import { Section } from '@/components/Section';
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

  return (
    <Section title="Add a binding from this exchange">
      <BindingForm
        source={exchange}
        kind={kind}
        destination={destination}
        done={`${destination} is bound to ${exchange.name}.`}
        keyHint={keyHint}
        suggestions={bindingArguments}
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
          data={names.filter((name) => name !== '')}
          limit={50}
          value={destination}
          onChange={setDestination}
          flex="1 1 220px"
        />
      </BindingForm>
    </Section>
  );
}
