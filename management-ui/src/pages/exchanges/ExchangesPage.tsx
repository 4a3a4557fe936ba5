import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type Exchange, exchangePath, useExchanges } from '@/api/queries/exchanges';
import { useAddress, withParameter } from '@/app/useAddress';
import { useVhost } from '@/app/useVhost';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { NoEntry } from '@/session/Refusal';
import { useDeclarable, useRights } from '@/session/useRights';
import { exchangeColumns } from './columns';
import { NewExchangeDrawer } from './NewExchangeDrawer';

const always = ['vhost', 'name'];

export default function ExchangesPage() {
  const { vhost } = useVhost();
  const { mayEnter } = useRights();
  const declarable = useDeclarable(vhost);
  const mayDeclare = declarable.length > 0;
  const [search, change] = useAddress();
  const show = (isOpen: boolean) => change((old) => withParameter(old, 'new', isOpen ? 'exchange' : undefined), isOpen);
  if (vhost !== undefined && !mayEnter(vhost)) {
    return <NoEntry title="Exchanges" vhost={vhost} />;
  }
  return (
    <>
      <ListPage<Exchange>
        title="Exchanges"
        name="exchanges"
        columns={exchangeColumns}
        always={always}
        initialSort="name"
        useRows={useExchanges}
        rowKey={(exchange) => `${exchange.vhost}/${exchange.name}`}
        rowLink={exchangePath}
        filterExample="type:topic name:order*"
        actions={
          mayDeclare && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show(true)}>
              New exchange
            </Button>
          )
        }
        empty={
          <EmptyState
            title="No exchanges"
            reason={
              vhost === undefined
                ? 'There is no virtual host that you may see.'
                : `There is no virtual host ${vhost}: every other has exchanges.`
            }
          />
        }
      />
      <NewExchangeDrawer
        vhosts={declarable}
        isOpen={mayDeclare && search.get('new') === 'exchange'}
        onClose={() => show(false)}
      />
    </>
  );
}
