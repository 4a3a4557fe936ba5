import { formatMany } from '@/format';

export interface VhostContent {
  /** Whether the user may see what is in it; if not, the counts are not known. */
  readonly isVisible: boolean;
  readonly queues: number;
  readonly messages: number;
  readonly exchanges: number;
  readonly connections: number;
  readonly policies: number;
  readonly users: readonly string[];
}

/** What is lost with a virtual host, the worst first. */
export function tellLosses({
  isVisible,
  queues,
  messages,
  exchanges,
  connections,
  policies,
  users,
}: VhostContent): string[] {
  return [
    count(messages, 'message', 'in its queues'),
    isVisible ? undefined : 'all its queues, exchanges and policies, which you have no permission to see',
    count(queues, 'queue', 'with their bindings'),
    count(exchanges, 'exchange'),
    count(connections, 'open connection'),
    count(policies, 'policy'),
    users.length === 0 ? undefined : `the permissions of ${users.join(', ')}`,
    'the virtual host itself, its limits and parameters',
  ].filter((loss) => loss !== undefined);
}

function count(number: number, thing: string, more = ''): string | undefined {
  return number === 0 ? undefined : `${formatMany(number, thing)}${more === '' ? '' : ` ${more}`}`;
}
