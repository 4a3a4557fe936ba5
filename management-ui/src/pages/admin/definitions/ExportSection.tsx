import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { describeError } from '@/api/errors';
import { exportDefinitions } from '@/api/queries/definitions';
import { ErrorState } from '@/components/ErrorState';
import { Section } from '@/components/Section';
import { fileNameOf } from './fileName';
import { ScopeSelect } from './ScopeSelect';

export function ExportSection() {
  const [vhost, setVhost] = useState<string>();
  const [typed, setTyped] = useState<string>();
  const name = typed ?? fileNameOf(vhost, new Date());
  const take = useMutation({ mutationFn: async () => save(await exportDefinitions(vhost), name) });
  return (
    <Section title="Export">
      <Text size="sm" c="dimmed">
        {vhost === undefined
          ? 'Users with their hashed passwords, virtual hosts, permissions, policies, parameters, and all durable exchanges, queues and bindings. No messages.'
          : `Policies, parameters, and the durable exchanges, queues and bindings of ${vhost}. No users, no permissions, no messages.`}
      </Text>
      {take.isError && <ErrorState message={describeError(take.error)} />}
      <Group gap="sm" align="flex-end">
        <ScopeSelect label="What" whole="The whole broker" value={vhost} onChange={setVhost} />
        <TextInput
          label="File name"
          value={name}
          onChange={(event) => setTyped(event.currentTarget.value)}
          flex="1 1 220px"
          maw={420}
        />
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={take.isPending}
          disabled={name === ''}
          onClick={() => take.mutate()}
        >
          Download
        </Button>
      </Group>
    </Section>
  );
}

function save(content: Blob, name: string) {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
