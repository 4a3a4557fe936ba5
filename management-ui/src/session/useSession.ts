import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, request } from '@/api/client';
import { ApiError } from '@/api/errors';
import { live } from '@/live/live';
import { type Access, accessOf, type WhoAmI } from './access';

export interface Session extends Access {
  readonly user: WhoAmI;
}

export const sessionKey = ['session'] as const;

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is logged in, and what they may do. Within the shell there is always someone. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) {
    throw new Error('nobody is logged in here');
  }
  return session;
}

/**
 * Asks the broker whose session the cookie stands for; null for nobody's. The cookie itself no script can read. It is asked again with each sample:
 * what somebody may do can change while they look at a page.
 */
export function useWhoAmI() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const user = await api.get('/api/whoami', { signal });
        return { user, ...accessOf(user) };
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) {
          return null;
        }
        throw error;
      }
    },
    meta: live,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (_, error) => !(error instanceof ApiError),
    retryDelay: 2000,
  });
}

export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, password }: { name: string; password: string }) => {
      await request('/api/login', { method: 'POST', body: new URLSearchParams({ username: name, password }) });
      await queries.refetchQueries({ queryKey: sessionKey });
    },
  });
}

export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request('/api/login', { method: 'DELETE' }),
    // An answer that is on its way would let in again who has left.
    onMutate: () => queries.cancelQueries({ queryKey: sessionKey }),
    onSettled: () => {
      // Nothing that one user saw is left for the next.
      queries.setQueryData(sessionKey, null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  });
}
