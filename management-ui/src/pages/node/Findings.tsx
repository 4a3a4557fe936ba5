import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { BrokerNode } from '@/api/queries/nodes';
import { AppLink } from '@/components/AppLink';
import { findingsOf } from './health';

/** Alarms and what soon will be one, each with what to do; or that all is well. */
export function Findings({ node }: { readonly node: BrokerNode }) {
  const findings = findingsOf(node);
  if (findings.length === 0) {
    return (
      <Alert color="green" variant="light" radius="md" py="xs" icon={<IconCircleCheck aria-hidden />} role="status">
        No alarms: memory, disk and file handles are well within their limits.
      </Alert>
    );
  }
  return findings.map(({ kind, title, effect, help }) => (
    <Alert
      key={title}
      color={kind === 'alarm' ? 'red' : 'orange'}
      variant="light"
      radius="md"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
    >
      <Text size="sm">{effect}</Text>
      <List size="sm" mt={4}>
        {help.map(({ text, to }) => (
          <List.Item key={text}>
            {to === undefined ? (
              text
            ) : (
              <AppLink to={to} size="sm" c="inherit" underline="always">
                {text}
              </AppLink>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  ));
}
