import { api } from '@/api/client';
import type { Policy, PolicyKind } from '@/api/queries/admin';
import { useConfirm } from '@/components/confirm';
import { notifyError } from '@/components/notify';
import { formatCount } from '@/format';
import { useChange } from '@/live/useChange';

/** Asks before a policy is deleted, and names what is not under it any more. */
export function useDeletePolicy() {
  const confirm = useConfirm();
  const change = useChange();

  return async (kind: PolicyKind, { vhost, name, definition }: Policy, to?: string) => {
    const what = kind === 'user' ? 'policy' : 'operator policy';
    try {
      const held = await findHeld(kind, vhost, name);
      confirm({
        title: `Delete ${what} “${name}” in ${vhost}?`,
        losses: [
          `its settings: ${Object.entries(definition)
            .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
            .join(', ')}`,
          held.count === 0
            ? 'nothing is under it now'
            : `what they do for ${held.names.join(', ')}${held.count > held.names.length ? ` and ${formatCount(held.count - held.names.length)} more` : ''}, until another policy matches`,
        ],
        action: `Delete ${what}`,
        run: async () => {
          const path = { vhost, name };
          await change.mutateAsync({
            run: () =>
              kind === 'user'
                ? api.delete('/api/policies/{vhost}/{name}', { path })
                : api.delete('/api/operator-policies/{vhost}/{name}', { path }),
            done: `The ${what} ${name} is deleted.`,
            ...(to === undefined ? {} : { to }),
          });
        },
      });
    } catch (error) {
      notifyError(error);
    }
  };
}

/** What a policy holds for now: the first few names, and how many there are. */
async function findHeld(kind: PolicyKind, vhost: string, name: string) {
  const query = {
    page: 1,
    page_size: 5,
    columns: 'name',
    filter: `${kind === 'user' ? 'policy' : 'operator_policy'}:"${name}"`,
  };
  const [queues, exchanges] = await Promise.all([
    api.page('/api/queues/{vhost}', { path: { vhost }, query }),
    kind === 'user' ? api.page('/api/exchanges/{vhost}', { path: { vhost }, query }) : undefined,
  ]);
  return {
    names: [...queues.items, ...(exchanges?.items ?? [])].map((one) => one.name),
    count: queues.filtered_count + (exchanges?.filtered_count ?? 0),
  };
}
