import { Button, Code, FileButton, Group, Loader, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboardText, IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { describeError } from '@/api/errors';
import { importDefinitions, usePreview } from '@/api/queries/definitions';
import { useConfirm } from '@/components/confirm';
import { ErrorState } from '@/components/ErrorState';
import { Section } from '@/components/Section';
import { formatBytes, formatCount } from '@/format';
import { useChange } from '@/live/useChange';
import { linesAround, readMistake } from './mistake';
import { PreviewList } from './PreviewList';
import { changedMembers, tellKind } from './preview';
import { ScopeSelect } from './ScopeSelect';

interface Given {
  readonly name: string;
  readonly text: string;
}

/** A file is first held against what is there; only then, and only as a whole, it is put in. */
export function ImportSection() {
  const [vhost, setVhost] = useState<string>();
  const [given, setGiven] = useState<Given>();
  const [pasted, setPasted] = useState<string>();
  const preview = usePreview();
  const confirm = useConfirm();
  const change = useChange();

  function look(next: Given | undefined, where: string | undefined) {
    setGiven(next);
    preview.reset();
    if (next !== undefined) {
      preview.mutate({ vhost: where, text: next.text });
    }
  }

  async function read(file: File | null | undefined) {
    if (file !== null && file !== undefined) {
      setPasted(undefined);
      look({ name: file.name, text: await file.text() }, vhost);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  }

  function apply() {
    const found = preview.data;
    if (given === undefined || found === undefined) {
      return;
    }
    const run = () =>
      change.mutateAsync({
        run: () => importDefinitions(vhost, given.text),
        done: `${given.name} is imported: ${formatCount(found.added.length)} added, ${formatCount(found.changed.length)} changed.`,
      });
    confirm({
      title: `Import ${given.name}?`,
      losses: found.changed
        .slice(0, 12)
        .map(
          ({ kind, name, from, to }) =>
            `${tellKind(kind)} ${name} as it is now: ${changedMembers(from, to)
              .map(({ path }) => path)
              .join(', ')}`,
        )
        .concat(found.changed.length > 12 ? [`${found.changed.length - 12} more as they are now`] : []),
      action: 'Import',
      run: async () => {
        await run();
        look(given, vhost);
      },
    });
  }

  const hasEffect = preview.data !== undefined && preview.data.added.length + preview.data.changed.length > 0;

  return (
    <Section
      title="Import"
      aside={
        preview.data && (
          <Button disabled={!hasEffect} leftSection={<IconFileImport size={16} aria-hidden />} onClick={apply}>
            Import
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        First it is shown what would change. Nothing is ever deleted by an import, and a file with a mistake changes
        nothing.
      </Text>
      <Group gap="sm" align="flex-end">
        <ScopeSelect
          label="Into"
          whole="Where the file says"
          value={vhost}
          onChange={(chosen) => {
            setVhost(chosen);
            look(given, chosen);
          }}
        />
        <FileButton onChange={(file) => void read(file)} accept="application/json,.json">
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={16} aria-hidden />}
          aria-expanded={pasted !== undefined}
          onClick={() => setPasted(pasted === undefined ? '' : undefined)}
        >
          Paste
        </Button>
      </Group>
      {pasted !== undefined && (
        <Stack gap="xs">
          <Textarea
            label="Definitions in JSON"
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={18}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
          <Group>
            <Button
              variant="default"
              disabled={pasted.trim() === ''}
              onClick={() => look({ name: 'What you pasted', text: pasted }, vhost)}
            >
              Show what would change
            </Button>
          </Group>
        </Stack>
      )}
      {given === undefined ? (
        pasted === undefined && (
          // biome-ignore lint/a11y/noStaticElementInteractions: one more way than the button above
          <div
            onDragOver={(event) => event.preventDefault()}
            onDrop={drop}
            style={{
              border: '1px dashed var(--line)',
              borderRadius: 'var(--mantine-radius-md)',
              padding: 'var(--mantine-spacing-xl)',
              textAlign: 'center',
            }}
          >
            <Text size="sm" c="dimmed">
              Or drop a file here.
            </Text>
          </div>
        )
      ) : (
        <Text size="sm">
          <Text span fw={600} size="sm">
            {given.name}
          </Text>
          , {formatBytes(new Blob([given.text]).size)}
        </Text>
      )}
      {preview.isPending && <Loader size="sm" aria-label="Looking what would change" />}
      {preview.isError && given && <FileMistake error={preview.error} text={given.text} />}
      {preview.data && <PreviewList preview={preview.data} />}
    </Section>
  );
}

function FileMistake({ error, text }: { readonly error: unknown; readonly text: string }) {
  const { place, line, reason } = readMistake(describeError(error));
  return (
    <ErrorState message={place === undefined ? reason : `${place}: ${reason}`}>
      {line !== undefined && (
        <Stack gap={4}>
          <Text size="sm">Line {formatCount(line)}; nothing has changed.</Text>
          <Code block>
            {linesAround(text, line).map((one) => (
              <span key={one.number} style={{ display: 'block', fontWeight: one.number === line ? 700 : 400 }}>
                {String(one.number).padStart(5)} {one.number === line ? '▶' : ' '} {one.text}
              </span>
            ))}
          </Code>
        </Stack>
      )}
    </ErrorState>
  );
}
