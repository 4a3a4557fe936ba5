import { Code, Text } from '@mantine/core';

/** A pattern as it stands; what says everything or nothing is said in words. */
export function Pattern({ pattern }: { readonly pattern: string }) {
  return pattern === '' ? (
    <Text size="sm" c="dimmed" span>
      nothing
    </Text>
  ) : (
    <Code style={{ wordBreak: 'break-all' }}>{pattern}</Code>
  );
}

export function tellPattern(pattern: string): string {
  return pattern === '' ? 'nothing' : pattern;
}
