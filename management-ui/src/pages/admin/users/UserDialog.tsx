import {
  Badge,
  Code,
  Group,
  PasswordInput,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { api } from '@/api/client';
import type { User } from '@/api/queries/admin';
import { Dialog, DialogForm } from '../parts/FormDialog';
import { algorithms, bodyOf, draftOf, knownTags, mistakesIn, type PasswordChoice, type UserDraft } from './userBody';

interface UserDialogProps {
  /** The user to change; none for a new one. */
  readonly user?: User;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function UserDialog({ user, isOpen, onClose }: UserDialogProps) {
  return (
    <Dialog title={user === undefined ? 'Add a user' : `Change ${user.name}`} isOpen={isOpen} onClose={onClose}>
      <UserForm user={user} onClose={onClose} />
    </Dialog>
  );
}

function UserForm({ user, onClose }: { readonly user: User | undefined; readonly onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(user));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const change = (changes: Partial<UserDraft>) => setDraft((old) => ({ ...old, ...changes }));
  const mistakes = mistakesIn(draft);
  // What was not typed in yet is not called a mistake.
  const error = (field: keyof typeof mistakes) => (left.has(field) ? mistakes[field] : undefined);
  const leave = (field: string) => () => setLeft((old) => new Set(old).add(field));
  const isValid = Object.keys(mistakes).length === 0;

  return (
    <DialogForm
      action={user === undefined ? 'Add user' : 'Change user'}
      done={user === undefined ? `User ${draft.name} is added.` : `User ${draft.name} is changed.`}
      isValid={isValid}
      run={() => api.put('/api/users/{user}', { path: { user: draft.name }, body: bodyOf(draft, user) })}
      onClose={onClose}
    >
      {user === undefined && (
        <TextInput
          label="Name"
          value={draft.name}
          error={error('name')}
          onBlur={leave('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
          autoComplete="off"
          data-autofocus
        />
      )}
      <PasswordFields draft={draft} isNew={user === undefined} error={error} leave={leave} change={change} />
      <Stack gap={6}>
        <TagsInput
          label="Tags"
          description="What the user may do in these pages and the HTTP API; what it may do over AMQP, permissions say."
          value={[...draft.tags]}
          onChange={(tags) => change({ tags })}
          splitChars={[',', ' ']}
          placeholder={draft.tags.length === 0 ? 'none: clients only' : ''}
        />
        <Group gap={6}>
          {knownTags
            .filter(({ tag }) => !draft.tags.includes(tag))
            .map(({ tag, meaning }) => (
              <Badge
                key={tag}
                component="button"
                type="button"
                variant="light"
                tt="none"
                style={{ cursor: 'pointer' }}
                title={meaning}
                aria-label={`Add the tag ${tag}: ${meaning}`}
                onClick={() => change({ tags: [...draft.tags, tag] })}
              >
                + {tag}
              </Badge>
            ))}
        </Group>
        {knownTags
          .filter(({ tag }) => draft.tags.includes(tag))
          .map(({ tag, meaning }) => (
            <Text key={tag} size="xs" c="dimmed">
              <b>{tag}</b> {meaning}
            </Text>
          ))}
      </Stack>
    </DialogForm>
  );
}

interface PasswordFieldsProps {
  readonly draft: UserDraft;
  readonly isNew: boolean;
  readonly error: (field: 'password' | 'repeated' | 'hash') => string | undefined;
  readonly leave: (field: string) => () => void;
  readonly change: (changes: Partial<UserDraft>) => void;
}

function PasswordFields({ draft, isNew, error, leave, change }: PasswordFieldsProps) {
  const choices = [
    ...(isNew ? [] : [{ value: 'keep', label: 'As before' }]),
    { value: 'password', label: isNew ? 'A password' : 'A new one' },
    { value: 'hash', label: 'A hash' },
    { value: 'none', label: 'Nothing' },
  ];
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} id="password-choice">
        Logs in with
      </Text>
      <SegmentedControl
        aria-labelledby="password-choice"
        data={choices}
        value={draft.choice}
        onChange={(choice) => change({ choice: choice as PasswordChoice })}
        fullWidth
      />
      {draft.choice === 'password' && (
        <Group gap="xs" align="flex-start" grow preventGrowOverflow={false}>
          <PasswordInput
            label={isNew ? 'Password' : 'New password'}
            autoComplete="new-password"
            value={draft.password}
            error={error('password')}
            onBlur={leave('password')}
            onChange={(event) => change({ password: event.currentTarget.value })}
            miw={200}
          />
          <PasswordInput
            label="The same again"
            autoComplete="new-password"
            value={draft.repeated}
            error={error('repeated')}
            onBlur={leave('repeated')}
            onChange={(event) => change({ repeated: event.currentTarget.value })}
            miw={200}
          />
        </Group>
      )}
      {draft.choice === 'hash' && (
        <>
          <TextInput
            label="Hash"
            description={
              <>
                Four bytes of salt and the hash, in base64, as <Code>password_hash</Code> of definitions has it.
              </>
            }
            value={draft.hash}
            error={error('hash')}
            onBlur={leave('hash')}
            onChange={(event) => change({ hash: event.currentTarget.value.trim() })}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
          <Select
            label="Hashed by"
            data={[...algorithms]}
            value={draft.algorithm}
            onChange={(algorithm) => algorithm !== null && change({ algorithm })}
            allowDeselect={false}
          />
        </>
      )}
      {draft.choice === 'none' && (
        <Text size="sm" c="dimmed">
          The user cannot log in with a password; a client certificate may still name it.
        </Text>
      )}
    </Stack>
  );
}
