import { ActionIcon, Burger, Group, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useOverview } from '@/api/queries/overview';
import { AppLink } from '@/components/AppLink';
import { Logo } from '@/components/Logo';
import classes from './Header.module.css';
import { LiveIndicator } from './LiveIndicator';
import { ThemeSwitch } from './ThemeSwitch';
import { UserMenu } from './UserMenu';
import { VhostSelect } from './VhostSelect';

interface HeaderProps {
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
  readonly onShortcuts: () => void;
}

/** Which broker this is, for which virtual host, how fresh it is, and who looks at it. */
export function Header({ isMenuOpen, onMenu, onShortcuts }: HeaderProps) {
  const { data: overview } = useOverview();
  return (
    <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Burger
          opened={isMenuOpen}
          onClick={onMenu}
          hiddenFrom="sm"
          size="sm"
          aria-label={isMenuOpen ? 'Close the menu' : 'Open the menu'}
          aria-expanded={isMenuOpen}
        />
        <AppLink to="/" underline="never" c="inherit" className={classes.brand ?? ''} aria-label="Overview">
          <Logo size={30} />
          <div className={classes.names}>
            <Text fw={650} lh={1.2} size="sm" truncate>
              {overview?.product_name ?? 'Broker'}
            </Text>
            <Text size="xs" c="dimmed" lh={1.2} truncate>
              {overview === undefined ? '…' : `${overview.product_version} · ${overview.cluster_name}`}
            </Text>
          </div>
        </AppLink>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <UnstyledButton className={classes.search ?? ''} onClick={spotlight.open} aria-label="Search and commands">
          <IconSearch size={16} aria-hidden />
          <Text size="sm" visibleFrom="lg">
            Search
          </Text>
          <Kbd size="xs" visibleFrom="lg">
            Ctrl K
          </Kbd>
        </UnstyledButton>
        <VhostSelect />
        <LiveIndicator />
        <Tooltip label="Keyboard shortcuts">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={onShortcuts}
            aria-label="Keyboard shortcuts"
            visibleFrom="md"
          >
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <ThemeSwitch />
        <UserMenu onShortcuts={onShortcuts} />
      </Group>
    </Group>
  );
}
