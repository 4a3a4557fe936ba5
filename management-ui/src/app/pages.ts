import { IconArrowsSplit, type IconGauge, IconLayoutDashboard, IconRoute, IconStack2 } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Access } from '@/session/access';

/** One page of the menu. Paths, menu, shortcuts and command palette are all made from this table. */
export interface PageEntry {
  readonly path: string;
  readonly label: string;
  readonly icon: typeof IconGauge;
  /** Pressed after `g`. */
  readonly shortcut?: string;
  readonly group?: 'Admin';
  /** Who sees it; everyone when nothing is said. */
  readonly mayOpen?: (access: Access) => boolean;
  /** The page itself, loaded when it is opened first: a module with `default`. */
  readonly load: () => Promise<{ default: ComponentType }>;
}

export const pages: readonly PageEntry[] = [
  {
    path: '/',
    label: 'Overview',
    icon: IconLayoutDashboard,
    shortcut: 'o',
    load: () => import('@/pages/overview/OverviewPage'),
  },
  {
    path: '/queues',
    label: 'Queues',
    icon: IconStack2,
    shortcut: 'q',
    load: () => import('@/pages/queues/QueuesPage'),
  },
  {
    path: '/exchanges',
    label: 'Exchanges',
    icon: IconArrowsSplit,
    shortcut: 'e',
    load: () => import('@/pages/exchanges/ExchangesPage'),
  },
  {
    path: '/routes',
    label: 'Route tester',
    icon: IconRoute,
    shortcut: 'r',
    load: () => import('@/pages/routes/RoutesPage'),
  },
];

/** Pages that one comes to from others: of one queue, one exchange, and so on. */
export const details: readonly Pick<PageEntry, 'path' | 'load'>[] = [
  { path: '/exchanges/:vhost/:name', load: () => import('@/pages/exchange/ExchangePage') },
];
