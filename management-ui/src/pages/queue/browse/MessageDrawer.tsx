import { ActionIcon, Button, Group, Skeleton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconCode, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { describeError } from '@/api/errors';
import { type BrowsedMessage, type BrowseRequest, mostBytes, useMessages } from '@/api/queries/messages';
import type { QueueName } from '@/api/queries/queue';
import { copyText } from '@/components/clipboard';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { SideDrawer } from '@/components/SideDrawer';
import { formatCount } from '@/format';
import { useQueueDeeds } from '@/session/useRights';
import { PublishDrawer } from '../actions/PublishDrawer';
import { draftOf } from '../actions/publication';
import { MessageDetail } from './MessageDetail';

interface MessageDrawerProps {
  readonly queueName: QueueName;
  /** How the list was asked for that the message is in. */
  readonly request: BrowseRequest;
  readonly items: readonly BrowsedMessage[];
  readonly isLoaded: boolean;
  readonly position: number | undefined;
  readonly onOpen: (position: number) => void;
  readonly onClose: () => void;
}

/** One message of the list with all of its payload. Arrow keys and buttons go on to its neighbours. */
export function MessageDrawer({ queueName, request, items, isLoaded, position, onOpen, onClose }: MessageDrawerProps) {
  const at = items.findIndex((message) => message.position === position);
  const listed = items[at];
  const isWhole = listed === undefined || listed.payload_bytes <= request.truncate;
  // The list has only the beginning of a long payload: the message behind its predecessor is read again, to the end.
  const before = items[at - 1];
  const whole = useMessages(
    queueName,
    {
      ...request,
      ...(before === undefined ? {} : { after: before.place, offset: undefined }),
      count: 1,
      truncate: mostBytes,
    },
    !isWhole,
  );
  const again = whole.data?.items[0];
  const message = isWhole ? listed : again?.place === listed?.place ? again : undefined;
  const [isRepublishing, setRepublishing] = useState(false);
  const { republish: mayRepublish } = useQueueDeeds(queueName);
  const neighbour = (step: number) => items[at + step]?.position;
  const go = (step: number) => {
    const next = neighbour(step);
    if (next !== undefined) {
      onOpen(next);
    }
  };

  return (
    <>
      <SideDrawer
        title={`Message #${formatCount(position)}`}
        isOpen={position !== undefined}
        onClose={onClose}
        size="xl"
      >
        <Group gap={6} mb="md">
          <ActionIcon.Group>
            <ActionIcon
              variant="default"
              size={30}
              aria-label="The message before"
              disabled={neighbour(-1) === undefined}
              onClick={() => go(-1)}
            >
              <IconChevronUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={30}
              aria-label="The message behind"
              disabled={neighbour(1) === undefined}
              onClick={() => go(1)}
            >
              <IconChevronDown size={16} aria-hidden />
            </ActionIcon>
          </ActionIcon.Group>
          {message !== undefined && (
            <>
              {mayRepublish && (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconSend size={14} aria-hidden />}
                  onClick={() => setRepublishing(true)}
                >
                  Edit and republish
                </Button>
              )}
              <Button
                size="xs"
                variant="default"
                leftSection={<IconCode size={14} aria-hidden />}
                onClick={() => void copyText(JSON.stringify(message, null, 2), 'the message as JSON')}
              >
                Copy as JSON
              </Button>
            </>
          )}
        </Group>
        {message !== undefined ? (
          <MessageDetail key={message.place} queue={queueName.name} message={message} />
        ) : whole.error ? (
          <ErrorState message={describeError(whole.error)} />
        ) : !isLoaded || whole.isFetching ? (
          <Skeleton h={300} radius="md" />
        ) : (
          <EmptyState
            title="This message is not here any more"
            reason="It was taken, it expired, or the page that it was on begins elsewhere by now."
          />
        )}
      </SideDrawer>
      {message !== undefined && (
        <PublishDrawer
          key={message.place}
          vhost={queueName.vhost}
          draft={draftOf(message)}
          title="Republish"
          isOpen={mayRepublish && isRepublishing}
          onClose={() => setRepublishing(false)}
        />
      )}
    </>
  );
}
