import { Alert, Button, Center, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { describeError } from '@/api/errors';
import { Logo } from '@/components/Logo';
import { useLogIn } from './useSession';

/** Asks for name and password. Wherever one was led to, there one is afterwards: the address stays as it is. */
export function LoginPage() {
  const logIn = useLogIn();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    logIn.mutate({ name, password });
  }

  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper
        component="form"
        onSubmit={submit}
        withBorder
        shadow="sm"
        radius="lg"
        p="xl"
        w="100%"
        maw={400}
        aria-labelledby="login-title"
      >
        <Stack gap="md">
          <Stack gap={4} align="center">
            <Logo size={44} />
            <Title order={1} size="h3" id="login-title">
              Log in to the broker
            </Title>
          </Stack>
          {logIn.isError && (
            <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />} role="alert">
              {describeError(logIn.error)}
            </Alert>
          )}
          <TextInput
            label="User name"
            autoComplete="username"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            withAsterisk={false}
            data-autofocus
            autoFocus
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            withAsterisk={false}
          />
          <Button type="submit" loading={logIn.isPending} fullWidth mt="xs">
            Log in
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
