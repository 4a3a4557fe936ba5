import { Group, Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { shownName } from '@/api/queries/exchanges';
import { useExchangeTypes } from '@/api/queries/exchangeTypes';
import { useOpenVhostNames } from '@/api/queries/vhosts';
import { useAddress, withParameter } from '@/app/useAddress';
import { useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { NotEntered } from '@/session/Refusal';
import { useRights } from '@/session/useRights';
import { RouteTester } from './RouteTester';

/** Where a message would go: nothing is published. */
export default function RoutesPage() {
  const { vhost: chosen, setVhost } = useVhost();
  const [search] = useSearchParams();
  const [, change] = useAddress();
  const vhosts = useOpenVhostNames();
  const { mayEnter } = useRights();
  const vhost = chosen ?? (vhosts?.includes('/') ? '/' : vhosts?.[0]);
  const isOpen = vhost === undefined ? vhosts?.length !== 0 : mayEnter(vhost);
  const { data: types } = useExchangeTypes(isOpen ? vhost : undefined);
  const exchange = search.get('exchange');
  const type = exchange === null ? undefined : types?.get(exchange);
  return (
    <Page title="Route tester">
      <Section title="Publish to">
        <Group gap="sm" align="flex-start">
          <Select
            label="Virtual host"
            data={[...(vhosts ?? [])]}
            value={vhost ?? null}
            onChange={(value) => value && setVhost(value)}
            allowDeselect={false}
            searchable
            flex="1 1 180px"
          />
          <Select
            label="Exchange"
            placeholder="Choose an exchange"
            data={[...(types?.keys() ?? [])].map((name) => ({ value: `=${name}`, label: shownName(name) }))}
            value={exchange === null ? null : `=${exchange}`}
            onChange={(value) =>
              change((old) => {
                const next = withParameter(old, 'vhost', vhost);
                next.set('exchange', value?.slice(1) ?? '');
                return next;
              }, true)
            }
            allowDeselect={false}
            searchable
            limit={200}
            nothingFoundMessage="No exchange is called that"
            flex="2 1 240px"
          />
        </Group>
      </Section>
      {!isOpen ? (
        <NotEntered vhost={vhost} />
      ) : vhost === undefined || exchange === null ? (
        <EmptyState
          title="No exchange is chosen"
          reason="Choose the exchange that a message would be published to; then its routing key and headers are asked for, and you see which queues get it, by which bindings, and why others do not. Nothing is published."
        />
      ) : (
        <RouteTester key={`${vhost}/${exchange}`} vhost={vhost} exchange={exchange} type={type ?? ''} />
      )}
    </Page>
  );
}
