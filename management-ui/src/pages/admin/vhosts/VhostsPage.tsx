import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useVhosts, type VirtualHost } from '@/api/queries/admin';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { useSession } from '@/session/useSession';
import { vhostPath } from '../parts/paths';
import { useDialog } from '../parts/useDialog';
import { vhostColumns } from './columns';
import { VhostDialog } from './VhostDialog';

const always = ['name'];

export default function VhostsPage() {
  const { isAdministrator } = useSession();
  const { dialog, open, close } = useDialog();
  const columns = useMemo(() => vhostColumns(isAdministrator), [isAdministrator]);
  return (
    <>
      <ListPage<VirtualHost>
        title="Virtual hosts"
        name="vhosts"
        columns={columns}
        always={always}
        initialSort="name"
        useRows={useVhosts}
        rowKey={({ name }) => name}
        {...(isAdministrator ? { rowLink: ({ name }: VirtualHost) => vhostPath(name) } : {})}
        filterExample="messages>1000"
        actions={
          isAdministrator && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open('add')}>
              Add virtual host
            </Button>
          )
        }
        empty={
          <EmptyState
            title="No virtual hosts"
            reason={
              isAdministrator
                ? 'Clients need one to connect to.'
                : 'You may open none: an administrator has to set a permission.'
            }
          />
        }
      />
      <VhostDialog isOpen={isAdministrator && dialog === 'add'} onClose={close} />
    </>
  );
}
