import { Group, Text } from '@mantine/core';
import { IconKey, IconKeyOff } from '@tabler/icons-react';
import type { ListedUser } from '@/api/queries/admin';
import { AppLink } from '@/components/AppLink';
import type { Column } from '@/components/table/column';
import { tellLimits } from '../limits/limits';
import { userPath } from '../parts/paths';
import { Tags } from '../parts/Tags';

export const userColumns: readonly Column<ListedUser>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 200,
    cell: ({ name }) => (
      <AppLink to={userPath(name)} size="sm" fw={550}>
        {name}
      </AppLink>
    ),
    filter: { kind: 'text', description: 'Name' },
  },
  {
    id: 'tags',
    header: 'Tags',
    width: 240,
    isSortable: false,
    cell: ({ tags }) => <Tags tags={tags} none="none: not in these pages" />,
    filter: { kind: 'text', description: 'Tags' },
  },
  {
    id: 'vhosts',
    fields: ['name'],
    header: 'May open',
    width: 240,
    isSortable: false,
    cell: ({ vhosts }) =>
      vhosts.length === 0 ? (
        <Text size="sm" c="var(--series-2)" span>
          no virtual host
        </Text>
      ) : (
        <span title={vhosts.join('\n')}>{vhosts.join(', ')}</span>
      ),
  },
  {
    id: 'password_hash',
    header: 'Password',
    width: 150,
    isSortable: false,
    cell: ({ password_hash }) => <HasPassword hash={password_hash} />,
  },
  {
    id: 'limits',
    header: 'Limits',
    width: 220,
    isSortable: false,
    cell: ({ limits = {} }) => tellLimits(limits),
  },
  {
    id: 'hashing_algorithm',
    header: 'Hashed by',
    width: 220,
    isOptional: true,
    cell: ({ hashing_algorithm }) => hashing_algorithm,
    filter: { kind: 'text', description: 'How the password is hashed' },
  },
];

export function HasPassword({ hash }: { readonly hash: string }) {
  const Icon = hash === '' ? IconKeyOff : IconKey;
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} stroke={1.7} aria-hidden color="var(--muted)" />
      <Text size="sm">{hash === '' ? 'none: cannot log in' : 'set'}</Text>
    </Group>
  );
}
