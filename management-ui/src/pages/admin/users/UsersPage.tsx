import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type ListedUser, useUsers } from '@/api/queries/admin';
import { EmptyState } from '@/components/EmptyState';
import { ListPage } from '@/components/table/ListPage';
import { userPath } from '../parts/paths';
import { useDialog } from '../parts/useDialog';
import { userColumns } from './columns';
import { UserDialog } from './UserDialog';

const always = ['name'];

export default function UsersPage() {
  const { dialog, open, close } = useDialog();
  return (
    <>
      <ListPage<ListedUser>
        title="Users"
        name="users"
        columns={userColumns}
        always={always}
        initialSort="name"
        useRows={useUsers}
        rowKey={({ name }) => name}
        rowLink={({ name }) => userPath(name)}
        filterExample="tags:administrator"
        actions={
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => open('add')}>
            Add user
          </Button>
        }
        empty={<EmptyState title="No users" reason="Nobody can log in before there is one." />}
      />
      <UserDialog isOpen={dialog === 'add'} onClose={close} />
    </>
  );
}
