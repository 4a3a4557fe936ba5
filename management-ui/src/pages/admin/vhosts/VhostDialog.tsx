import { Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '@/api/client';
import { useSession } from '@/session/useSession';
import { Dialog, DialogForm } from '../parts/FormDialog';
import { bodyOf, draftOf, type VhostDraft } from './vhostBody';

type Known = Parameters<typeof draftOf>[0];

interface VhostDialogProps {
  /** The virtual host to change; none for a new one. */
  readonly vhost?: Known;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function VhostDialog({ vhost, isOpen, onClose }: VhostDialogProps) {
  return (
    <Dialog
      title={vhost === undefined ? 'Add a virtual host' : `Change ${vhost.name}`}
      isOpen={isOpen}
      onClose={onClose}
    >
      <VhostForm vhost={vhost} onClose={onClose} />
    </Dialog>
  );
}

function VhostForm({ vhost, onClose }: { readonly vhost: Known; readonly onClose: () => void }) {
  const { user } = useSession();
  const [draft, setDraft] = useState(() => draftOf(vhost));
  const change = (changes: Partial<VhostDraft>) => setDraft((old) => ({ ...old, ...changes }));
  const isNew = vhost === undefined;
  return (
    <DialogForm
      action={isNew ? 'Add virtual host' : 'Change virtual host'}
      done={`Virtual host ${draft.name} is ${isNew ? 'added' : 'changed'}.`}
      isValid={draft.name !== ''}
      run={() => api.put('/api/vhosts/{vhost}', { path: { vhost: draft.name }, body: bodyOf(draft) })}
      onClose={onClose}
    >
      {isNew && (
        <TextInput
          label="Name"
          description={`Clients name it when they connect. You, ${user.name}, may do everything in it.`}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          autoComplete="off"
          data-autofocus
        />
      )}
      <TextInput
        label="Description"
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <TagsInput
        label="Tags"
        description="Words of your own, to tell virtual hosts apart"
        value={[...draft.tags]}
        onChange={(tags) => change({ tags })}
        splitChars={[',', ' ']}
      />
      <Select
        label="Default queue type"
        description="What a queue becomes when its client does not say"
        data={[
          { value: '', label: 'as the broker is set' },
          { value: 'classic', label: 'classic' },
          { value: 'quorum', label: 'quorum' },
        ]}
        value={draft.type}
        onChange={(type) => change({ type: type ?? '' })}
        allowDeselect={false}
      />
      <Switch
        label="Tracing"
        description="A copy of every message goes to the exchange amq.rabbitmq.trace: that costs speed"
        checked={draft.isTraced}
        onChange={(event) => change({ isTraced: event.currentTarget.checked })}
      />
    </DialogForm>
  );
}
