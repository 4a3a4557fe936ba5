import type { Closed } from '@/api/queries/clients';
import { formatAge } from '@/format';

type Ended = Pick<Closed, 'type' | 'closed_at' | 'closed_by' | 'code' | 'text' | 'operation'>;

/** Whether something ended as its client wanted it. */
export function isOrderly({ closed_by, code }: Pick<Closed, 'closed_by' | 'code'>): boolean {
  return closed_by === 'client' && (code === null || code === 200 || code === 0);
}

/** By whom: as people say it. */
export function whoClosed({ closed_by }: Pick<Closed, 'closed_by'>): string {
  switch (closed_by) {
    case 'client':
      return 'its client';
    case 'broker':
      return 'the broker';
    default:
      return 'the network';
  }
}

/** When and by whom: `Closed 2 min ago by the broker`. */
export function tellEnd(ended: Ended, now = Date.now()): string {
  const age = formatAge(ended.closed_at, now);
  return ended.closed_by === 'network' ? `Lost ${age}: the network failed` : `Closed ${age} by ${whoClosed(ended)}`;
}

/** Why: the code and the text, and the method that caused it. */
export function tellCause({ code, text, operation }: Pick<Closed, 'code' | 'text' | 'operation'>): string {
  const words = [text || 'No reason was given'];
  if (code !== null && code !== 0) {
    words.unshift(`${code}`);
  }
  return `${words.join(' ')}${operation ? `, caused by ${operation}` : ''}`;
}

/** What a reply code means, and what helps. */
export function explainCode(code: number | null): string | undefined {
  return code === null ? undefined : explanations[code];
}

const explanations: Readonly<Record<number, string>> = {
  200: 'An orderly end.',
  311: 'A message was greater than the broker takes: send less at a time, or raise the limit.',
  312: 'A mandatory message could be routed nowhere.',
  313: 'There were no consumers for an immediate message.',
  320: 'Someone closed it by hand, or the broker stopped. Clients that recover by themselves come back.',
  402: 'The virtual host does not exist.',
  403: 'The user lacks a permission. Look at the permissions of the user on the virtual host.',
  404: 'The queue or exchange that was named is not there: it was deleted, is in another virtual host, or is misspelt.',
  405: 'The queue is exclusive to another connection, or is locked.',
  406: 'Something is there with other attributes, a delivery tag is not known, or an acknowledgement came too late.',
  501: 'A frame could not be read: the other side speaks no AMQP 0-9-1, or a proxy damaged the stream.',
  502: 'A value in a method could not be read.',
  503: 'A method came that is not allowed at this point.',
  504: 'A channel was used that is not open, or opened twice.',
  505: 'A frame came that was not expected: often one channel is used by several threads.',
  506: 'A resource has run out.',
  530: 'A limit was reached, or something is not allowed: limits of the user or the virtual host, a tag that is taken.',
  540: 'The method is not supported.',
  541: 'The broker failed; its log says why.',
};
