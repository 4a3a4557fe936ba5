import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { mistakeInPattern } from '@/session/pattern';

interface PatternInputProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly value: string;
  readonly onChange: (pattern: string) => void;
  readonly picks?: readonly { readonly label: string; readonly pattern: string }[];
}

const usual = [
  { label: 'Everything', pattern: '.*' },
  { label: 'Nothing', pattern: '' },
] as const;

/** Where a regular expression is typed, with those that are often wanted one click away. */
export function PatternInput({ label, description, value, onChange, picks = usual }: PatternInputProps) {
  return (
    <Group gap={6} align="flex-end" wrap="wrap">
      <TextInput
        label={label}
        description={description}
        value={value}
        error={mistakeInPattern(value)}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder="nothing"
        flex="1 1 220px"
        spellCheck={false}
        autoCapitalize="off"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group gap={4} pb={5}>
        {picks.map(({ label: pick, pattern }) => (
          <Button
            key={pick}
            size="compact-sm"
            variant={value === pattern ? 'light' : 'default'}
            aria-label={`${label}: ${pick}`}
            aria-pressed={value === pattern}
            onClick={() => onChange(pattern)}
          >
            {pick}
          </Button>
        ))}
      </Group>
    </Group>
  );
}
