import { ActionIcon, Code, Popover, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconFilter, IconHelpCircle, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type FilterColumn, parseFilter } from '@/filter/filter';

/** How long nothing must be typed before the filter is sent, in milliseconds. */
const PATIENCE = 300;

interface FilterBoxProps {
  readonly value: string;
  readonly columns: readonly FilterColumn[];
  readonly example: string;
  readonly onChange: (filter: string) => void;
}

/** Where the filter of a list is typed; what is wrong with it is said at once, and not sent. */
export function FilterBox({ value, columns, example, onChange }: FilterBoxProps) {
  const [text, setText] = useState(value);
  // Another link was followed; a space that is just being typed stays.
  useEffect(() => setText((old) => (old.trim() === value ? old : value)), [value]);
  const { mistake } = parseFilter(text, columns);

  useEffect(() => {
    const filter = text.trim();
    if (mistake !== undefined || filter === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(filter), PATIENCE);
    return () => clearTimeout(timer);
  }, [text, mistake, value, onChange]);

  function clear() {
    setText('');
    onChange('');
  }

  return (
    <TextInput
      data-filter
      aria-label="Filter"
      placeholder={`Filter: ${example}`}
      value={text}
      error={mistake}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && clear()}
      leftSection={<IconFilter size={16} aria-hidden />}
      rightSectionWidth={text === '' ? 36 : 66}
      rightSection={
        <>
          {text !== '' && (
            <ActionIcon variant="subtle" color="gray" onClick={() => clear()} aria-label="Clear the filter">
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
          <FilterHelp columns={columns} example={example} />
        </>
      }
      flex="1 1 320px"
    />
  );
}

function FilterHelp({ columns, example }: Pick<FilterBoxProps, 'columns' | 'example'>) {
  return (
    <Popover position="bottom-end" width={400} shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label="How to filter">
          <IconHelpCircle size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        maw="calc(100vw - 24px)"
        mah={460}
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        aria-label="How to filter"
      >
        <Stack gap="xs">
          <Text size="sm">
            Words with spaces between, all of which must hold: a part of the name, or a condition. <Code>*</Code> stands
            for anything, <Code>-</Code> before a word for the opposite, quotes hold spaces.
          </Text>
          <Code block>{example}</Code>
          <Table fz="xs" verticalSpacing={3}>
            <Table.Tbody>
              {columns.map(({ name, kind, description }) => (
                <Table.Tr key={name}>
                  <Table.Td>
                    <Code>{name}</Code>
                  </Table.Td>
                  <Table.Td>{kind === 'number' ? '= != > >= < <=' : ':'}</Table.Td>
                  <Table.Td>{description}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
