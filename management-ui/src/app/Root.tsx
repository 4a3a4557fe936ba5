import { Center, Loader, Stack, Text } from '@mantine/core';
import { LiveProvider } from '@/live/LiveProvider';
import { LoginPage } from '@/session/LoginPage';
import { SessionContext, useWhoAmI } from '@/session/useSession';
import { Shell } from './shell/Shell';

/** Lets in who is logged in; whoever is not stays where the link led, and is asked for name and password. */
export function Root() {
  const { data: session, failureCount } = useWhoAmI();
  if (session === undefined) {
    return (
      <Center mih="100dvh" component="main">
        <Stack align="center" gap="sm">
          <Loader aria-label="Connecting to the broker" />
          {failureCount > 0 && <Text role="status">The broker does not answer. Trying again…</Text>}
        </Stack>
      </Center>
    );
  }
  if (session === null) {
    return <LoginPage />;
  }
  return (
    <SessionContext value={session}>
      <LiveProvider>
        <Shell />
      </LiveProvider>
    </SessionContext>
  );
}
