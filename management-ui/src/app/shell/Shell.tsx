import { AppShell } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { AlarmBanner } from './AlarmBanner';
import { CommandPalette } from './CommandPalette';
import { GoneBanner } from './GoneBanner';
import { Header } from './Header';
import { Navigation } from './Navigation';
import { PageLoading } from './PageLoading';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useGoKeys } from './useGoKeys';
import { useRouteFocus } from './useRouteFocus';

/** What is around every page: header, menu, banners, and the dialogs that can be called from anywhere. */
export function Shell() {
  const [isMenuOpen, menu] = useDisclosure(false);
  const [areShortcutsOpen, shortcuts] = useDisclosure(false);
  useRouteFocus(menu.close);
  useGoKeys();
  useHotkeys([
    ['shift+?', shortcuts.open],
    ['?', shortcuts.open],
    ['/', focusFilter],
    ['mod+K', spotlight.open],
  ]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isMenuOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a
        className="skip-link"
        href={`${window.location.pathname}#page`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('page')?.focus();
        }}
      >
        Skip to the page
      </a>
      <AppShell.Header bg="var(--surface)">
        <Header isMenuOpen={isMenuOpen} onMenu={menu.toggle} onShortcuts={shortcuts.open} />
      </AppShell.Header>
      <AppShell.Navbar bg="var(--surface)" aria-label="Pages">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1} style={{ outline: 'none' }}>
        <GoneBanner />
        <AlarmBanner />
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <CommandPalette onShortcuts={shortcuts.open} />
      <ShortcutsDialog isOpen={areShortcutsOpen} onClose={shortcuts.close} />
    </AppShell>
  );
}

function focusFilter() {
  document.querySelector<HTMLInputElement>('[data-filter]')?.focus();
}
