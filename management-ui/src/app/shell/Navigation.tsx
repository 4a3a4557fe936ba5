import { NavLink, ScrollArea, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { PageEntry } from '../pages';
import { useKeepVhost } from '../useVhost';
import { useVisiblePages } from './useVisiblePages';

/** The menu at the left. */
export function Navigation() {
  const pages = useVisiblePages();
  const admin = pages.filter(({ group }) => group === 'Admin');
  return (
    <ScrollArea p="xs" h="100%">
      {pages
        .filter(({ group }) => group === undefined)
        .map((page) => (
          <Entry key={page.path} page={page} />
        ))}
      {admin.length > 0 && (
        <>
          <Text size="xs" fw={650} c="dimmed" px="sm" pt="md" pb={4}>
            Admin
          </Text>
          {admin.map((page) => (
            <Entry key={page.path} page={page} />
          ))}
        </>
      )}
    </ScrollArea>
  );
}

function Entry({ page: { path, label, icon: Icon } }: { readonly page: PageEntry }) {
  const { pathname } = useLocation();
  const keep = useKeepVhost();
  const isHere = path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
  return (
    <NavLink
      component={Link}
      to={keep(path)}
      label={label}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      active={isHere}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
      style={{ borderRadius: 8, fontWeight: isHere ? 600 : 400 }}
      styles={{ label: { color: 'var(--mantine-color-text)' } }}
      mb={2}
    />
  );
}
