import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { QueueName } from '@/api/queries/queue';

/** The queue that the address names. */
export function useQueueName(): QueueName {
  const { vhost = '/', name = '' } = useParams();
  return useMemo(() => ({ vhost, name }), [vhost, name]);
}
