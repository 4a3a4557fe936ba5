import { Select } from '@mantine/core';
import { useVhostNames } from '@/api/queries/vhosts';
import { useVhost } from '../useVhost';

const ALL = '';

/** Chooses the virtual host that all pages show. */
export function VhostSelect() {
  const { vhost, setVhost } = useVhost();
  const { data: names = [] } = useVhostNames();
  // One that is in the address and not, or no longer, there stays visible.
  const known = vhost === undefined || names.includes(vhost) ? names : [...names, vhost];
  return (
    <Select
      aria-label="Virtual host"
      data={[{ value: ALL, label: 'All vhosts' }, ...known.map((name) => ({ value: name, label: name }))]}
      value={vhost ?? ALL}
      onChange={(chosen) => setVhost(chosen === null || chosen === ALL ? undefined : chosen)}
      allowDeselect={false}
      searchable={known.length > 8}
      checkIconPosition="right"
      w={{ base: 122, sm: 150 }}
      size="sm"
      comboboxProps={{ width: 220, position: 'bottom-end' }}
    />
  );
}
