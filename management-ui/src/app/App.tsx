import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { ApiError } from '@/api/errors';
import { ConfirmProvider } from '@/components/ConfirmProvider';
import { sessionKey } from '@/session/useSession';
import { router } from './router';
import { colorSchemeManager, theme } from './theme';

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ApiError && error.isLoggedOut) {
        queries.setQueryData(sessionKey, null);
      }
    },
  }),
  // What is live is read again with each sample; trying again by itself would only hide that the broker is gone.
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, gcTime: 60_000 } },
});

export function App() {
  return (
    <MantineProvider theme={theme} colorSchemeManager={colorSchemeManager} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" />
        <ConfirmProvider>
          <RouterProvider router={router} />
        </ConfirmProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
