import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { describeError } from '@/api/errors';
import { type BrowsedMessage, useMessages } from '@/api/queries/messages';
import type { QueueName } from '@/api/queries/queue';
import { useAddress, withParameter } from '@/app/useAddress';
import { download } from '@/components/clipboard';
import { ErrorState } from '@/components/ErrorState';
import { Section } from '@/components/Section';
import { formatCount } from '@/format';
import { useQueueDeeds } from '@/session/useRights';
import { TransferDrawer } from '../actions/TransferDrawer';
import { BrowserTools } from './BrowserTools';
import classes from './browse.module.css';
import { MessageDrawer } from './MessageDrawer';
import { MessageRow } from './MessageRow';
import { NothingHere } from './NothingHere';
import { PAGE, readRequest } from './request';

interface MessageBrowserProps {
  readonly queueName: QueueName;
  readonly ready: number;
  readonly unacked: number;
}

/** The messages that wait, as they are: looking at them changes nothing. What is looked at stands in the address. */
export function MessageBrowser({ queueName, ready, unacked }: MessageBrowserProps) {
  const [search, change] = useAddress();
  const { transfer: mayTransfer } = useQueueDeeds(queueName);
  const request = useMemo(() => readRequest(search), [search]);
  const { data, error, isFetching, isPlaceholderData, refetch, dataUpdatedAt } = useMessages(queueName, request);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [isTransferOpen, setTransferOpen] = useState(false);
  const items = data?.items ?? [];
  const open = search.get('message');
  const go = (changes: Readonly<Record<string, string | undefined>>, isStep = true) =>
    change((old) => {
      let next = withParameter(old, 'message', undefined);
      for (const [name, value] of Object.entries(changes)) {
        next = withParameter(next, name, value);
      }
      return next;
    }, isStep);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other messages are shown, of which none is chosen
  useEffect(() => setChosen(new Set()), [request, dataUpdatedAt]);

  const toggle = (position: number) =>
    setChosen((old) => {
      const next = new Set(old);
      if (!next.delete(position)) {
        next.add(position);
      }
      return next;
    });
  const isStart = request.after === undefined && request.offset === undefined;

  return (
    <Section
      title="Messages that wait"
      aside={
        <Text size="sm" c="dimmed">
          Looking takes nothing: consumers do not notice.
        </Text>
      }
    >
      <BrowserTools
        key={`${request.contains} ${request.offset}`}
        request={request}
        isFetching={isFetching}
        onSearch={(contains) => go({ contains, after: undefined, offset: undefined })}
        onOffset={(offset) => go({ offset, after: undefined })}
        onRefresh={() => void refetch()}
      />
      {chosen.size > 0 && (
        <Group gap="xs" className={classes.chosen ?? ''} role="toolbar" aria-label="Chosen messages">
          <Text size="sm" fw={600}>
            {formatCount(chosen.size)} chosen
          </Text>
          {mayTransfer && (
            <Button
              size="xs"
              variant="light"
              leftSection={<IconArrowsExchange size={14} aria-hidden />}
              onClick={() => setTransferOpen(true)}
            >
              Move or copy
            </Button>
          )}
          <Button
            size="xs"
            variant="light"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => saveAll(queueName, items, chosen)}
          >
            Download as JSON
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setChosen(new Set())}>
            Choose none
          </Button>
        </Group>
      )}
      {error && <ErrorState message={describeError(error)} />}
      {data !== undefined && items.length === 0 && (
        <NothingHere
          isSearch={request.contains !== undefined}
          isStart={isStart}
          ready={ready}
          unacked={unacked}
          hasMore={data.next !== null}
          onMore={() => go({ after: data.next ?? undefined, offset: undefined })}
          onStart={() => go({ after: undefined, offset: undefined, contains: undefined })}
        />
      )}
      {items.length > 0 && (
        <div className={classes.list} data-old={isPlaceholderData}>
          <Group className={classes.head ?? ''} wrap="nowrap" gap="sm">
            <Checkbox
              size="xs"
              aria-label="Choose all on this page"
              checked={chosen.size === items.length}
              indeterminate={chosen.size > 0 && chosen.size < items.length}
              onChange={() =>
                setChosen(chosen.size === items.length ? new Set() : new Set(items.map(({ position }) => position)))
              }
            />
            <Text size="xs" c="dimmed" fw={600}>
              {rangeOf(items)} of {formatCount(data?.ready)} ready
            </Text>
          </Group>
          <Stack component="ul" gap={0} m={0} p={0} aria-label="Messages">
            {items.map((message) => (
              <MessageRow
                key={message.place}
                message={message}
                isChosen={chosen.has(message.position)}
                onToggle={() => toggle(message.position)}
                onOpen={() => go({ message: String(message.position) })}
              />
            ))}
          </Stack>
        </div>
      )}
      <Group justify="space-between" gap="xs">
        <Button
          variant="default"
          size="xs"
          disabled={isStart}
          leftSection={<IconChevronLeft size={14} aria-hidden />}
          onClick={() => go({ after: undefined, offset: undefined })}
        >
          From the first
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={data === undefined || data.next === null}
          rightSection={<IconChevronRight size={14} aria-hidden />}
          onClick={() => go({ after: data?.next ?? undefined, offset: undefined })}
        >
          Next {PAGE}
        </Button>
      </Group>
      <MessageDrawer
        queueName={queueName}
        request={request}
        items={items}
        isLoaded={data !== undefined && !isPlaceholderData}
        position={open === null ? undefined : Number(open)}
        onOpen={(position) => go({ message: String(position) }, false)}
        onClose={() => go({}, false)}
      />
      <TransferDrawer
        queueName={queueName}
        ready={ready}
        positions={[...chosen]}
        isOpen={mayTransfer && isTransferOpen}
        onClose={() => setTransferOpen(false)}
      />
    </Section>
  );
}

function rangeOf(items: readonly BrowsedMessage[]): string {
  const [first, last] = [items[0]?.position, items[items.length - 1]?.position];
  return first === last ? `#${formatCount(first)}` : `#${formatCount(first)} to #${formatCount(last)}`;
}

function saveAll({ name }: QueueName, items: readonly BrowsedMessage[], chosen: ReadonlySet<number>) {
  const wanted = items.filter(({ position }) => chosen.has(position));
  download(`${name.replace(/[^\w.-]+/g, '_')}-messages.json`, JSON.stringify(wanted, null, 2), 'application/json');
}
