import { Select } from '@mantine/core';
import { useVhostNames } from '@/api/queries/vhosts';

interface ScopeSelectProps {
  readonly label: string;
  readonly whole: string;
  readonly value: string | undefined;
  readonly onChange: (vhost: string | undefined) => void;
}

/** Chooses the whole broker, or one virtual host. */
export function ScopeSelect({ label, whole, value, onChange }: ScopeSelectProps) {
  const { data: vhosts = [] } = useVhostNames();
  return (
    <Select
      label={label}
      data={[{ value: '', label: whole }, ...vhosts.map((vhost) => ({ value: vhost, label: `Virtual host ${vhost}` }))]}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === null || chosen === '' ? undefined : chosen)}
      allowDeselect={false}
      searchable={vhosts.length > 8}
      w={{ base: '100%', xs: 240 }}
    />
  );
}
