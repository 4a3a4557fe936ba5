import { Button, Group, TextInput } from '@mantine/core';
import { IconRefresh, IconSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { BrowseRequest } from '@/api/queries/messages';

interface BrowserToolsProps {
  readonly request: BrowseRequest;
  readonly isFetching: boolean;
  readonly onSearch: (text: string) => void;
  readonly onOffset: (offset: string | undefined) => void;
  readonly onRefresh: () => void;
}

/** What is looked for, and from where. */
export function BrowserTools({ request, isFetching, onSearch, onOffset, onRefresh }: BrowserToolsProps) {
  const [text, setText] = useState(request.contains ?? '');
  const [offset, setOffset] = useState(request.offset === undefined ? '' : String(request.offset));
  const submit = (act: () => void) => (event: FormEvent) => {
    event.preventDefault();
    act();
  };
  return (
    <Group gap="xs" align="flex-end">
      <form onSubmit={submit(() => onSearch(text.trim()))} style={{ flex: '1 1 260px' }}>
        <TextInput
          aria-label="Text in messages"
          placeholder="Text in the key, headers, properties or payload, then Enter"
          data-filter
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => text.trim() !== (request.contains ?? '') && onSearch(text.trim())}
        />
      </form>
      <form onSubmit={submit(() => onOffset(/^\d+$/.test(offset) && offset !== '0' ? offset : undefined))}>
        <TextInput
          aria-label="Pass over this many first"
          placeholder="Pass over…"
          inputMode="numeric"
          w={120}
          value={offset}
          onChange={(event) => setOffset(event.currentTarget.value.replace(/\D/g, ''))}
        />
      </form>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={isFetching}
        onClick={onRefresh}
      >
        Look again
      </Button>
    </Group>
  );
}
