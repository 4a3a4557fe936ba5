import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useVisiblePages } from './useVisiblePages';

const always: readonly [keys: readonly string[], meaning: string][] = [
  [['?'], 'Show these shortcuts'],
  [['Ctrl', 'K'], 'Search pages and commands'],
  [['/'], 'Filter the list'],
  [['↑', '↓'], 'Move in a table'],
  [['Home', 'End'], 'First and last row of a table'],
  [['Enter'], 'Open the row'],
  [['Esc'], 'Close what is open'],
];

export function ShortcutsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const pages = useVisiblePages();
  const rows = [
    ...always,
    ...pages.flatMap(({ shortcut, label }) => (shortcut === undefined ? [] : [[['g', shortcut], label] as const])),
  ];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={650}>Keyboard shortcuts</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap={8} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {rows.map(([keys, meaning]) => (
          <Group component="li" key={meaning} justify="space-between" wrap="nowrap">
            <Text size="sm">{meaning}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
