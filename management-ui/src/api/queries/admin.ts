import { useQuery } from '@tanstack/react-query';
import { live } from '@/live/live';
import { useSession } from '@/session/useSession';
import { api, type Row } from '../client';
import { type ListRequest, queryOf } from './lists';
import { type Range, samplesOf } from './ranges';

export type User = Row<'/api/users'>;
export type Permission = Row<'/api/permissions'>;
export type TopicPermission = Row<'/api/topic-permissions'>;
export type VirtualHost = Row<'/api/vhosts'>;
export type Policy = Row<'/api/policies'>;
export type GlobalParameter = Row<'/api/global-parameters'>;
export type FeatureFlag = Row<'/api/feature-flags'>;

/** A user beside the virtual hosts that it may open. */
export interface ListedUser extends User {
  readonly vhosts: readonly string[];
}

/** A page of the users; all users are the same in every virtual host. */
export function useUsers(_vhost: string | undefined, list: ListRequest) {
  const permissions = usePermissions();
  const users = useQuery({
    queryKey: ['users', 'list', list] as const,
    queryFn: ({ signal }) => api.page('/api/users', { query: queryOf(list), signal }),
    placeholderData: (before) => before,
  });
  const data = users.data && {
    ...users.data,
    items: users.data.items.map(
      (user): ListedUser => ({
        ...user,
        vhosts: (permissions.data ?? []).filter((one) => one.user === user.name).map(({ vhost }) => vhost),
      }),
    ),
  };
  return { ...users, data };
}

export function useUser(name: string) {
  return useQuery({
    queryKey: ['users', 'one', name] as const,
    queryFn: ({ signal }) => api.get('/api/users/{user}', { path: { user: name }, signal }),
  });
}

/** The names of all users; for administrators. */
export function useUserNames() {
  const { isAdministrator } = useSession();
  return useQuery({
    queryKey: ['users', 'names'] as const,
    queryFn: async ({ signal }) =>
      (await api.list('/api/users', { query: { columns: 'name' }, signal })).map(({ name }) => name),
    enabled: isAdministrator,
  });
}

/** All permissions; for administrators. */
export function usePermissions() {
  const { isAdministrator } = useSession();
  return useQuery({
    queryKey: ['permissions'] as const,
    queryFn: ({ signal }) => api.list('/api/permissions', { signal }),
    enabled: isAdministrator,
  });
}

/** All topic permissions; for administrators. */
export function useTopicPermissions() {
  const { isAdministrator } = useSession();
  return useQuery({
    queryKey: ['topic-permissions'] as const,
    queryFn: ({ signal }) => api.list('/api/topic-permissions', { signal }),
    enabled: isAdministrator,
  });
}

/** A page of the virtual hosts. */
export function useVhosts(_vhost: string | undefined, list: ListRequest) {
  return useQuery({
    queryKey: ['vhosts', 'list', list] as const,
    queryFn: ({ signal }) => api.page('/api/vhosts', { query: queryOf(list), signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

/** A virtual host with the samples of a range. */
export function useVhostDetail(name: string, range: Range) {
  return useQuery({
    queryKey: ['vhosts', 'one', name, range.id] as const,
    queryFn: ({ signal }) =>
      api.get('/api/vhosts/{vhost}', { path: { vhost: name }, query: samplesOf(range) as never, signal }),
    meta: live,
    placeholderData: (before) => before,
  });
}

export type PolicyKind = 'user' | 'operator';

/** All policies of a kind, of the virtual hosts that the user may see. */
export function usePolicies(kind: PolicyKind) {
  return useQuery({
    queryKey: ['policies', kind] as const,
    queryFn: ({ signal }) =>
      kind === 'user' ? api.list('/api/policies', { signal }) : api.list('/api/operator-policies', { signal }),
  });
}

export function useVhostLimits() {
  return useQuery({
    queryKey: ['limits', 'vhosts'] as const,
    queryFn: ({ signal }) => api.list('/api/vhost-limits', { signal }),
  });
}

/** The limits of users: to others than administrators, only of themselves. */
export function useUserLimits() {
  return useQuery({
    queryKey: ['limits', 'users'] as const,
    queryFn: ({ signal }) => api.list('/api/user-limits', { signal }),
  });
}

export function useFeatureFlags() {
  return useQuery({
    queryKey: ['feature-flags'] as const,
    queryFn: ({ signal }) => api.list('/api/feature-flags', { signal }),
  });
}

export function useClusterName() {
  return useQuery({
    queryKey: ['cluster-name'] as const,
    queryFn: ({ signal }) => api.get('/api/cluster-name', { signal }),
  });
}

export function useGlobalParameters() {
  return useQuery({
    queryKey: ['global-parameters'] as const,
    queryFn: ({ signal }) => api.list('/api/global-parameters', { signal }),
  });
}
