import { Drawer, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface SideDrawerProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'lg' | 'xl';
  readonly children: ReactNode;
}

/** What is looked at or filled in beside the page. */
export function SideDrawer({ title, isOpen, onClose, size = 'lg', children }: SideDrawerProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={size}
      title={<Text fw={650}>{title}</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
    </Drawer>
  );
}
