import { ActionIcon, Badge, Button, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { type ArgumentRow, type ArgumentType, argumentTypes, mistakeInRow } from './arguments';

export interface ArgumentSuggestion {
  readonly name: string;
  readonly type: ArgumentType;
  /** What it does, said when it is pointed at. */
  readonly help?: string;
  /** The only values it can have. */
  readonly choices?: readonly string[];
}

interface ArgumentsEditorProps {
  readonly label: string;
  readonly rows: readonly ArgumentRow[];
  readonly onChange: (rows: readonly ArgumentRow[]) => void;
  /** Names that are often wanted, one click away. */
  readonly suggestions?: readonly ArgumentSuggestion[];
}

/** Names and values with types: arguments of queues, headers of messages, keys of policies. */
export function ArgumentsEditor({ label, rows, onChange, suggestions = [] }: ArgumentsEditorProps) {
  const nextId = useRef(Math.max(0, ...rows.map(({ id }) => id)) + 1);
  const add = ({ name, type, choices }: ArgumentSuggestion) =>
    onChange([...rows, { id: nextId.current++, name, type, text: choices?.[0] ?? (type === 'boolean' ? 'true' : '') }]);
  const choicesOf = ({ name, type }: ArgumentRow) =>
    type === 'boolean' ? ['true', 'false'] : suggestions.find((one) => one.name === name && one.type === type)?.choices;
  const change = (id: number, changes: Partial<ArgumentRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...changes } : row)));
  const unused = suggestions.filter(({ name }) => rows.every((row) => row.name !== name));

  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="xs">
        {rows.map((row) => (
          <Group key={row.id} gap="xs" align="flex-start">
            <TextInput
              aria-label="Name"
              placeholder="name"
              value={row.name}
              onChange={(event) => change(row.id, { name: event.currentTarget.value })}
              flex="1 1 140px"
            />
            <Select
              aria-label={`Type of ${row.name}`}
              data={[...argumentTypes]}
              value={row.type}
              onChange={(type) => type && change(row.id, { type, text: type === 'boolean' ? 'true' : '' })}
              allowDeselect={false}
              w={104}
            />
            {choicesOf(row) !== undefined ? (
              <Select
                aria-label={`Value of ${row.name}`}
                data={[...new Set([...(choicesOf(row) ?? []), row.text])]}
                value={row.text}
                onChange={(text) => text && change(row.id, { text })}
                allowDeselect={false}
                flex="1 1 140px"
              />
            ) : (
              <TextInput
                aria-label={`Value of ${row.name}`}
                placeholder="value"
                value={row.text}
                error={mistakeInRow(row)}
                onChange={(event) => change(row.id, { text: event.currentTarget.value })}
                flex="1 1 140px"
              />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Remove ${row.name || 'the line'}`}
              onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group gap={6}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => add({ name: '', type: 'string' })}
          >
            Add
          </Button>
          {unused.map((suggestion) => (
            <Badge
              key={suggestion.name}
              title={suggestion.help}
              component="button"
              type="button"
              variant="light"
              tt="none"
              style={{ cursor: 'pointer' }}
              onClick={() => add(suggestion)}
            >
              {suggestion.name}
            </Badge>
          ))}
        </Group>
      </Stack>
    </Fieldset>
  );
}
