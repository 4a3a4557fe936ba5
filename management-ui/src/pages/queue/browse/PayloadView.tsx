import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { copyText, download } from '@/components/clipboard';
import { formatBytes } from '@/format';
import classes from './browse.module.css';
import { bytesOf, gunzip, hexDump, isGzip, prettyJson, textOf } from './payload';

type View = 'json' | 'text' | 'hex';

interface PayloadViewProps {
  readonly payload: string;
  readonly encoding: string;
  /** Of the whole payload, of which there may be less here. */
  readonly size: number;
  readonly contentType: string | undefined;
  readonly fileName: string;
}

const mostHex = 64 * 1024;

/** A payload as text, as JSON on lines, and as bytes; what is packed with gzip is unpacked. */
export function PayloadView({ payload, encoding, size, contentType, fileName }: PayloadViewProps) {
  const raw = useMemo(() => bytesOf({ payload, payload_encoding: encoding }), [payload, encoding]);
  const isCut = raw.length < size;
  const unpacked = useUnpacked(raw, isCut);
  const bytes = unpacked ?? raw;
  const text = useMemo(() => textOf(bytes, isCut), [bytes, isCut]);
  const json = useMemo(() => (isCut ? undefined : prettyJson(text)), [text, isCut]);
  const [wanted, setWanted] = useState<View>();
  const views: View[] = [
    ...(json === undefined ? [] : (['json'] as const)),
    ...(text === undefined ? [] : (['text'] as const)),
    'hex',
  ];
  const view = wanted !== undefined && views.includes(wanted) ? wanted : (views[0] ?? 'hex');
  const shown = view === 'json' ? json : view === 'text' ? text : hexDump(bytes, mostHex);

  if (size === 0) {
    return (
      <Text size="sm" c="dimmed">
        The payload is empty.
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs"
          aria-label="Show the payload as"
          value={view}
          onChange={(value) => setWanted(value as View)}
          data={views.map((value) => ({ value, label: { json: 'JSON', text: 'Text', hex: 'Hex' }[value] }))}
        />
        <Group gap={6}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => void copyText(view === 'hex' ? hexDump(bytes) : (shown ?? ''), 'the payload')}
          >
            Copy
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => download(fileName, raw, contentType ?? 'application/octet-stream')}
          >
            Download
          </Button>
        </Group>
      </Group>
      {isCut && (
        <Alert variant="light" color="orange" p="xs">
          These are the first {formatBytes(raw.length)} of {formatBytes(size)}; no more can be shown.
        </Alert>
      )}
      {unpacked !== undefined && (
        <Text size="xs" c="dimmed">
          Unpacked: {formatBytes(raw.length)} of gzip are {formatBytes(unpacked.length)}. Downloads stay packed.
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label="Payload" tabIndex={0} className={classes.frame}>
        <pre className={`${classes.pre} ${view === 'text' ? classes.wrapped : ''}`}>{shown}</pre>
      </section>
      {view === 'hex' && bytes.length > mostHex && (
        <Text size="xs" c="dimmed">
          The first {formatBytes(mostHex)}; copy or download for all.
        </Text>
      )}
    </Stack>
  );
}

function useUnpacked(raw: Uint8Array<ArrayBuffer>, isCut: boolean): Uint8Array | undefined {
  const [unpacked, setUnpacked] = useState<Uint8Array>();
  useEffect(() => {
    let isCurrent = true;
    setUnpacked(undefined);
    if (isGzip(raw) && !isCut) {
      void gunzip(raw).then((bytes) => isCurrent && setUnpacked(bytes));
    }
    return () => {
      isCurrent = false;
    };
  }, [raw, isCut]);
  return unpacked;
}
