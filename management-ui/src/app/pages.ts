import {
  IconAdjustments,
  IconArrowsSplit,
  IconArrowsSplit2,
  IconFileExport,
  IconFlag,
  type IconGauge,
  IconHistory,
  IconLayoutDashboard,
  IconPlugConnected,
  IconRoute,
  IconRulerMeasure,
  IconServer,
  IconServerCog,
  IconSitemap,
  IconStack2,
  IconUsers,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
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
    path: '/node',
    label: 'Node',
    icon: IconServer,
    shortcut: 'n',
    mayOpen: ({ isMonitor }) => isMonitor,
    load: () => import('@/pages/node/NodePage'),
  },
  {
    path: '/connections',
    label: 'Connections',
    icon: IconPlugConnected,
    shortcut: 'c',
    load: () => import('@/pages/connections/ConnectionsPage'),
  },
  {
    path: '/channels',
    label: 'Channels',
    icon: IconArrowsSplit2,
    shortcut: 'h',
    load: () => import('@/pages/channels/ChannelsPage'),
  },
  {
    path: '/consumers',
    label: 'Consumers',
    icon: IconUsersGroup,
    shortcut: 's',
    load: () => import('@/pages/consumers/ConsumersPage'),
  },
  {
    path: '/closed',
    label: 'Recently closed',
    icon: IconHistory,
    shortcut: 'r',
    load: () => import('@/pages/closed/ClosedPage'),
  },
  {
    path: '/exchanges',
    label: 'Exchanges',
    icon: IconArrowsSplit,
    shortcut: 'e',
    load: () => import('@/pages/exchanges/ExchangesPage'),
  },
  {
    path: '/queues',
    label: 'Queues',
    icon: IconStack2,
    shortcut: 'q',
    load: () => import('@/pages/queues/QueuesPage'),
  },
  {
    path: '/topology',
    label: 'Topology',
    icon: IconSitemap,
    shortcut: 't',
    load: () => import('@/pages/topology/TopologyPage'),
  },
  {
    path: '/routes',
    label: 'Route tester',
    icon: IconRoute,
    shortcut: 'w',
    load: () => import('@/pages/routes/RoutesPage'),
  },
  {
    path: '/admin/users',
    label: 'Users',
    icon: IconUsers,
    shortcut: 'u',
    group: 'Admin',
    mayOpen: ({ isAdministrator }) => isAdministrator,
    load: () => import('@/pages/admin/users/UsersPage'),
  },
  {
    path: '/admin/vhosts',
    label: 'Virtual hosts',
    icon: IconWorld,
    shortcut: 'v',
    group: 'Admin',
    load: () => import('@/pages/admin/vhosts/VhostsPage'),
  },
  {
    path: '/admin/policies',
    label: 'Policies',
    icon: IconAdjustments,
    shortcut: 'p',
    group: 'Admin',
    load: () => import('@/pages/admin/policies/PoliciesPage'),
  },
  {
    path: '/admin/limits',
    label: 'Limits',
    icon: IconRulerMeasure,
    shortcut: 'l',
    group: 'Admin',
    load: () => import('@/pages/admin/limits/LimitsPage'),
  },
  {
    path: '/admin/definitions',
    label: 'Definitions',
    icon: IconFileExport,
    shortcut: 'd',
    group: 'Admin',
    mayOpen: ({ isAdministrator }) => isAdministrator,
    load: () => import('@/pages/admin/definitions/DefinitionsPage'),
  },
  {
    path: '/admin/features',
    label: 'Features',
    icon: IconFlag,
    shortcut: 'f',
    group: 'Admin',
    mayOpen: ({ isAdministrator }) => isAdministrator,
    load: () => import('@/pages/admin/features/FeaturesPage'),
  },
  {
    path: '/admin/audit',
    label: 'Audit',
    icon: IconHistory,
    shortcut: 'a',
    group: 'Admin',
    mayOpen: ({ isMonitor }) => isMonitor,
    load: () => import('@/pages/admin/audit/AuditPage'),
  },
  {
    path: '/admin/cluster',
    label: 'Cluster',
    icon: IconServerCog,
    group: 'Admin',
    mayOpen: ({ isPolicymaker }) => isPolicymaker,
    load: () => import('@/pages/admin/cluster/ClusterPage'),
  },
];

/** Pages that one comes to from others: of one queue, one exchange, and so on. */
export const details: readonly Pick<PageEntry, 'path' | 'load'>[] = [
  { path: '/connections/:name', load: () => import('@/pages/connections/ConnectionPage') },
  { path: '/channels/:name', load: () => import('@/pages/channels/ChannelPage') },
  { path: '/exchanges/:vhost/:name', load: () => import('@/pages/exchange/ExchangePage') },
  { path: '/queues/:vhost/:name', load: () => import('@/pages/queue/QueuePage') },
  { path: '/admin/users/:user', load: () => import('@/pages/admin/users/UserPage') },
  { path: '/admin/vhosts/:vhost', load: () => import('@/pages/admin/vhosts/VhostPage') },
  { path: '/admin/policies/:kind/new', load: () => import('@/pages/admin/policies/PolicyPage') },
  { path: '/admin/policies/:kind/:vhost/:name', load: () => import('@/pages/admin/policies/PolicyPage') },
];
