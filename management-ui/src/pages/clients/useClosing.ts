import { type Connection, closeConnection } from '@/api/queries/clients';
import { useConfirm } from '@/components/confirm';
import { formatMany } from '@/format';
import { useChange } from '@/live/useChange';
import { useSession } from '@/session/useSession';
import { labelOf } from './names';

/** What hangs on a connection, as far as it is known. */
export interface Hanging {
  readonly channels: number;
  readonly consumers?: number;
  readonly unacked?: number;
  readonly unconfirmed?: number;
  /** Queues that are deleted with it. */
  readonly queues?: readonly { readonly name: string; readonly messages: number }[];
}

/** What closing a connection takes away. */
export function lossesOf({ channels, consumers = 0, unacked = 0, unconfirmed = 0, queues = [] }: Hanging): string[] {
  const losses = [formatMany(channels, 'open channel')];
  if (consumers > 0) {
    losses.push(formatMany(consumers, 'consumer'));
  }
  if (unacked > 0) {
    losses.push(`its hold on ${formatMany(unacked, 'unacked message')}: back into the queue, and delivered once more`);
  }
  if (unconfirmed > 0) {
    losses.push(`${formatMany(unconfirmed, 'publish')} not confirmed yet: the client cannot know whether they arrived`);
  }
  if (queues.length > 0) {
    const messages = queues.reduce((sum, queue) => sum + queue.messages, 0);
    const names = queues.length <= 3 ? ` (${queues.map(({ name }) => name).join(', ')})` : '';
    losses.push(
      `${formatMany(queues.length, 'exclusive queue')}${names}, deleted with ${formatMany(messages, 'message')}`,
    );
  }
  return losses;
}

/** Whether the user may close a connection, and the dialog that asks for it. */
export function useClosing() {
  const { user, isAdministrator } = useSession();
  const confirm = useConfirm();
  const change = useChange();
  return {
    mayClose: (owner: string) => isAdministrator || owner === user.name,
    ask: (connection: Pick<Connection, 'name' | 'user_provided_name' | 'user'>, hanging: Hanging) =>
      confirm({
        title: `Close the connection “${labelOf(connection)}” of ${connection.user}?`,
        losses: lossesOf(hanging),
        action: 'Close the connection',
        answer: {
          label: 'Reason',
          description: 'The client is told it, and the log says it. It may stay empty.',
          maxLength: 200,
        },
        run: (reason) =>
          change.mutateAsync({
            run: () => closeConnection(connection.name, reason),
            done: `The connection “${labelOf(connection)}” is closed.`,
          }),
      }),
  };
}
