import { Select } from '@mantine/core';
import { useUserNames } from '@/api/queries/admin';
import { useVhostNames } from '@/api/queries/vhosts';
import type { PermissionsOf } from './permissionsOf';

interface OtherSelectProps {
  readonly of: PermissionsOf;
  readonly value: string;
  readonly onChange: (chosen: string) => void;
  readonly isFixed?: boolean;
}

/** Where a user, or of whom in a virtual host. */
export function OtherSelect({ of, value, onChange, isFixed = false }: OtherSelectProps) {
  const vhosts = useVhostNames();
  const users = useUserNames();
  const isOfUser = 'user' in of;
  return (
    <Select
      label={isOfUser ? 'Virtual host' : 'User'}
      data={(isOfUser ? vhosts.data : users.data) ?? []}
      value={value === '' ? null : value}
      onChange={(name) => onChange(name ?? '')}
      placeholder="choose"
      disabled={isFixed}
      allowDeselect={false}
      searchable
    />
  );
}
