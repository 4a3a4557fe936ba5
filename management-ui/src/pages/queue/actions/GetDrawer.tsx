import { Accordion, Alert, Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { describeError } from '@/api/errors';
import { type AckMode, getMessages, type TakenMessage } from '@/api/queries/messages';
import { type QueueName, queuePath, useRefreshQueues } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { SideDrawer } from '@/components/SideDrawer';
import { formatBytes, formatCount } from '@/format';
import { MessageDetail } from '../browse/MessageDetail';

interface Mode {
  readonly value: AckMode;
  readonly label: string;
  readonly description: string;
  readonly isTaking: boolean;
}

const modes: readonly Mode[] = [
  {
    value: 'ack_requeue_true',
    label: 'Give back',
    description: 'They go back to the head of the queue, flagged as redelivered.',
    isTaking: false,
  },
  {
    value: 'ack_requeue_false',
    label: 'Take and ack',
    description: 'They leave the queue for good.',
    isTaking: true,
  },
  {
    value: 'reject_requeue_true',
    label: 'Reject, give back',
    description: 'They go back, flagged as redelivered; in a quorum queue that counts as a failed delivery.',
    isTaking: false,
  },
  {
    value: 'reject_requeue_false',
    label: 'Reject',
    description: 'They leave the queue, to the dead-letter exchange if there is one.',
    isTaking: true,
  },
];

interface GetDrawerProps {
  readonly queueName: QueueName;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gets messages as a client would: it changes them, and says so. */
export function GetDrawer({ queueName, isOpen, onClose }: GetDrawerProps) {
  return (
    <SideDrawer title="Get messages" isOpen={isOpen} onClose={onClose}>
      <GetForm queueName={queueName} />
    </SideDrawer>
  );
}

function GetForm({ queueName }: { readonly queueName: QueueName }) {
  const [mode, setMode] = useState<AckMode>('ack_requeue_true');
  const [count, setCount] = useState(1);
  const [messages, setMessages] = useState<readonly TakenMessage[]>();
  const refresh = useRefreshQueues();
  const get = useMutation({
    mutationFn: () => getMessages(queueName, count, mode),
    onSuccess: async (taken) => {
      setMessages(taken);
      await refresh();
    },
  });
  const isTaking = modes.some(({ value, isTaking: takes }) => value === mode && takes);

  function submit(event: FormEvent) {
    event.preventDefault();
    get.mutate();
  }

  return (
    <Stack gap="md">
      <Stack component="form" gap="md" onSubmit={submit} aria-label="Get messages">
        <Text size="sm">
          This gets messages as a client does.{' '}
          <AppLink to={queuePath(queueName, '?tab=messages')} inherit>
            Browse instead
          </AppLink>{' '}
          to look without changing anything.
        </Text>
        <Radio.Group label="Then" value={mode} onChange={(value) => setMode(value as AckMode)}>
          <Stack gap="xs" mt={6}>
            {modes.map(({ value, label, description }) => (
              <Radio key={value} value={value} label={label} description={description} />
            ))}
          </Stack>
        </Radio.Group>
        {isTaking && (
          <Alert
            variant="light"
            color="orange"
            icon={<IconAlertTriangle aria-hidden />}
            title={`Up to ${formatCount(count)} ${count === 1 ? 'message leaves' : 'messages leave'} the queue`}
          >
            What you get is shown here once, and is nowhere else afterwards.
          </Alert>
        )}
        <Group align="flex-end" gap="sm">
          <NumberInput
            label="How many"
            w={120}
            min={1}
            max={1000}
            value={count}
            onChange={(value) => setCount(Math.max(1, Math.min(1000, Math.trunc(Number(value)) || 1)))}
          />
          <Button type="submit" loading={get.isPending} {...(isTaking ? { color: 'red' } : {})}>
            {isTaking ? 'Get and remove' : 'Get'}
          </Button>
        </Group>
      </Stack>
      {get.isError && <ErrorState message={describeError(get.error)} />}
      {messages?.length === 0 && (
        <EmptyState title="No message was ready" reason="The queue is empty, or consumers hold what is in it." />
      )}
      {messages !== undefined && messages.length > 0 && (
        <Accordion variant="separated" multiple aria-label="Messages that were got" defaultValue={['0']}>
          {messages.map((message, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
            <Accordion.Item key={at} value={String(at)}>
              <Accordion.Control>
                <Text size="sm" fw={550} truncate>
                  {message.routing_key === '' ? 'no routing key' : message.routing_key}
                </Text>
                <Text size="xs" c="dimmed">
                  {formatBytes(message.payload_bytes)}, {formatCount(message.message_count)} left behind it
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <MessageDetail queue={queueName.name} message={message} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Stack>
  );
}
