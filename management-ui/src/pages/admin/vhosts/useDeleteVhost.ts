import { api } from '@/api/client';
import { usePermissions, usePolicies } from '@/api/queries/admin';
import { useKeepVhost, useVhost } from '@/app/useVhost';
import { useConfirm } from '@/components/confirm';
import { notifyError } from '@/components/notify';
import { useChange } from '@/live/useChange';
import { useSession } from '@/session/useSession';
import { tellLosses } from './losses';

/** Asks before a virtual host is deleted, and names what goes with it. */
export function useDeleteVhost() {
  const { user } = useSession();
  const { data: permissions = [] } = usePermissions();
  const policies = usePolicies('user');
  const operatorPolicies = usePolicies('operator');
  const { vhost: chosen } = useVhost();
  const keep = useKeepVhost();
  const confirm = useConfirm();
  const change = useChange();

  return async (name: string) => {
    const one = { page: 1, page_size: 1, filter: `vhost:"${name}"`, columns: 'name' };
    try {
      const [queues, exchanges, connections, vhost] = await Promise.all([
        api.page('/api/queues', { query: one }),
        api.page('/api/exchanges', { query: one }),
        api.page('/api/connections', { query: one }),
        api.get('/api/vhosts/{vhost}', { path: { vhost: name } }),
      ]);
      confirm({
        title: `Delete virtual host “${name}”?`,
        losses: tellLosses({
          isVisible: permissions.some((permission) => permission.vhost === name && permission.user === user.name),
          queues: queues.filtered_count,
          messages: vhost.messages,
          // The seven that every virtual host has are no loss.
          exchanges: Math.max(0, exchanges.filtered_count - 7),
          connections: connections.filtered_count,
          policies: [...(policies.data ?? []), ...(operatorPolicies.data ?? [])].filter((one) => one.vhost === name)
            .length,
          users: permissions.filter((one) => one.vhost === name).map((permission) => permission.user),
        }),
        action: 'Delete virtual host',
        typed: name,
        run: () =>
          change.mutateAsync({
            run: () => api.delete('/api/vhosts/{vhost}', { path: { vhost: name } }),
            done: `Virtual host ${name} is deleted.`,
            to: chosen === name ? '/admin/vhosts' : keep('/admin/vhosts'),
          }),
      });
    } catch (error) {
      notifyError(error);
    }
  };
}
