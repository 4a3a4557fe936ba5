import { Button, FileButton, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { prettyJson } from '../browse/payload';
import type { Draft } from './publication';

interface PayloadFieldProps extends Pick<Draft, 'payload' | 'encoding'> {
  readonly onChange: (changes: Partial<Pick<Draft, 'payload' | 'encoding'>>) => void;
}

/** The payload, typed as text or in Base64, or taken from a file. */
export function PayloadField({ payload, encoding, onChange }: PayloadFieldProps) {
  const pretty = encoding === 'string' ? prettyJson(payload) : undefined;

  async function readFile(file: File | null) {
    if (file !== null) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const parts: string[] = [];
      for (let at = 0; at < bytes.length; at += 0x8000) {
        parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
      }
      onChange({ payload: btoa(parts.join('')), encoding: 'base64' });
    }
  }

  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text component="label" htmlFor="publish-payload" size="sm" fw={500}>
          Payload
        </Text>
        <Group gap={6}>
          {pretty !== undefined && pretty !== payload && (
            <Button size="compact-xs" variant="subtle" onClick={() => onChange({ payload: pretty })}>
              Indent JSON
            </Button>
          )}
          <FileButton onChange={(file) => void readFile(file)}>
            {(props) => (
              <Button {...props} size="compact-xs" variant="subtle" leftSection={<IconFile size={13} aria-hidden />}>
                From a file
              </Button>
            )}
          </FileButton>
          <SegmentedControl
            size="xs"
            aria-label="The payload is"
            value={encoding}
            onChange={(chosen) => onChange({ encoding: chosen as Draft['encoding'] })}
            data={[
              { value: 'string', label: 'Text' },
              { value: 'base64', label: 'Base64' },
            ]}
          />
        </Group>
      </Group>
      <Textarea
        id="publish-payload"
        autosize
        minRows={6}
        maxRows={16}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        value={payload}
        onChange={(event) => onChange({ payload: event.currentTarget.value })}
      />
    </Stack>
  );
}
