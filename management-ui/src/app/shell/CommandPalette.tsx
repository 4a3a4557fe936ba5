import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconKeyboard, IconLogout, IconMoon, IconSearch, IconServer2, IconSun } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useVhostNames } from '@/api/queries/vhosts';
import { useLogOut } from '@/session/useSession';
import { useKeepVhost, useVhost } from '../useVhost';
import { useVisiblePages } from './useVisiblePages';

/** Leads to every page and does what the header does, by typing. */
export function CommandPalette({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const navigate = useNavigate();
  const keep = useKeepVhost();
  const pages = useVisiblePages();
  const { setVhost } = useVhost();
  const { data: vhosts = [] } = useVhostNames();
  const { setColorScheme } = useMantineColorScheme();
  const { mutate: logOut } = useLogOut();

  const actions = useMemo(() => {
    const all: SpotlightActionData[] = pages.map(({ path, label, icon: Icon }) => ({
      id: path,
      label,
      description: 'Go to the page',
      leftSection: <Icon size={18} aria-hidden />,
      onClick: () => void navigate(keep(path)),
    }));
    for (const vhost of [undefined, ...vhosts]) {
      all.push({
        id: `vhost ${vhost ?? ''}`,
        label: vhost === undefined ? 'All virtual hosts' : `Virtual host ${vhost}`,
        description: 'Show this on all pages',
        leftSection: <IconServer2 size={18} aria-hidden />,
        onClick: () => setVhost(vhost),
      });
    }
    all.push(
      {
        id: 'light',
        label: 'Light colours',
        leftSection: <IconSun size={18} aria-hidden />,
        onClick: () => setColorScheme('light'),
      },
      {
        id: 'dark',
        label: 'Dark colours',
        leftSection: <IconMoon size={18} aria-hidden />,
        onClick: () => setColorScheme('dark'),
      },
      {
        id: 'shortcuts',
        label: 'Keyboard shortcuts',
        leftSection: <IconKeyboard size={18} aria-hidden />,
        onClick: onShortcuts,
      },
      { id: 'logout', label: 'Log out', leftSection: <IconLogout size={18} aria-hidden />, onClick: () => logOut() },
    );
    return all;
  }, [pages, vhosts, navigate, keep, setVhost, setColorScheme, onShortcuts, logOut]);

  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      limit={12}
      highlightQuery
      scrollable
      nothingFound="Nothing of that name"
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'Go to, or do …',
        'aria-label': 'Search and commands',
      }}
    />
  );
}
