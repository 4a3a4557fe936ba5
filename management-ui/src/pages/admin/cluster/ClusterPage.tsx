import { ActionIcon, Button, Code, Group, JsonInput, Skeleton, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '@/api/client';
import { describeError } from '@/api/errors';
import { type GlobalParameter, useClusterName, useGlobalParameters } from '@/api/queries/admin';
import { useConfirm } from '@/components/confirm';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { useChange } from '@/live/useChange';
import { useSession } from '@/session/useSession';
import { Dialog, DialogForm } from '../parts/FormDialog';
import { type PlainColumn, PlainTable } from '../parts/PlainTable';
import { useDialog } from '../parts/useDialog';
import { isJson, readJson } from './json';

/** What holds for the broker as a whole: its name, and parameters of no virtual host. */
export default function ClusterPage() {
  return (
    <Page title="Cluster">
      <NameSection />
      <ParametersSection />
    </Page>
  );
}

function NameSection() {
  const { isAdministrator } = useSession();
  const { data, error } = useClusterName();
  const { dialog, open, close } = useDialog();
  return (
    <Section
      title="Name"
      aside={
        isAdministrator &&
        data && (
          <Button size="compact-sm" variant="default" onClick={() => open('name')}>
            Change the name
          </Button>
        )
      }
    >
      {error && data === undefined && <ErrorState message={describeError(error)} />}
      {data === undefined ? (
        !error && <Skeleton h={20} w={200} />
      ) : (
        <Code style={{ alignSelf: 'flex-start', fontSize: 'var(--mantine-font-size-sm)' }}>{data.name}</Code>
      )}
      <Dialog title="Name the cluster" isOpen={dialog === 'name'} onClose={close}>
        <NameForm name={data?.name ?? ''} onClose={close} />
      </Dialog>
    </Section>
  );
}

function NameForm({ name: now, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const [name, setName] = useState(now);
  return (
    <DialogForm
      action="Change the name"
      done={`The cluster is called ${name}.`}
      isValid={name !== ''}
      run={() => api.put('/api/cluster-name', { body: { name } })}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        description="What these pages and the HTTP API call this broker"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </DialogForm>
  );
}

/** What the broker itself writes down is not changed here. */
const own: ReadonlySet<string> = new Set(['internal_cluster_id', 'cluster_name']);

function ParametersSection() {
  const { data, error } = useGlobalParameters();
  const { dialog, open, close } = useDialog();
  const confirm = useConfirm();
  const change = useChange();
  const opened = dialog?.startsWith('parameter:') ? dialog.slice('parameter:'.length) : undefined;
  const columns: PlainColumn<GlobalParameter>[] = [
    { header: 'Name', cell: ({ name }) => name, width: '30%' },
    {
      header: 'Value',
      cell: ({ value }) => <Code style={{ wordBreak: 'break-all' }}>{JSON.stringify(value)}</Code>,
    },
    {
      header: 'Actions',
      isActions: true,
      width: 96,
      cell: ({ name, value }) =>
        own.has(name) ? null : (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Change the parameter ${name}`}
              onClick={() => open(`parameter:${name}`)}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={`Delete the parameter ${name}`}
              onClick={() =>
                confirm({
                  title: `Delete the parameter “${name}”?`,
                  losses: [`its value: ${JSON.stringify(value)}`],
                  action: 'Delete parameter',
                  run: () =>
                    change.mutateAsync({
                      run: () => api.delete('/api/global-parameters/{name}', { path: { name } }),
                      done: `The parameter ${name} is deleted.`,
                    }),
                })
              }
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ),
    },
  ];

  return (
    <Section
      title="Global parameters"
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => open('parameter:')}
        >
          Add parameter
        </Button>
      }
    >
      {error && data === undefined && <ErrorState message={describeError(error)} />}
      {data === undefined ? (
        !error && <Skeleton h={80} />
      ) : data.length === 0 ? (
        <EmptyState title="No global parameters" reason="Tools and plug-ins keep settings here; none has done so." />
      ) : (
        <PlainTable label="Global parameters" columns={columns} rows={data} rowKey={({ name }) => name} />
      )}
      <Dialog
        title={opened === '' ? 'Add a global parameter' : `Change ${opened}`}
        isOpen={opened !== undefined}
        onClose={close}
      >
        <ParameterForm parameter={data?.find(({ name }) => name === opened)} onClose={close} />
      </Dialog>
    </Section>
  );
}

interface ParameterFormProps {
  readonly parameter: GlobalParameter | undefined;
  readonly onClose: () => void;
}

function ParameterForm({ parameter, onClose }: ParameterFormProps) {
  const [name, setName] = useState(parameter?.name ?? '');
  const [text, setText] = useState(parameter === undefined ? '' : JSON.stringify(parameter.value, null, 2));
  return (
    <DialogForm
      action="Set parameter"
      done={`The parameter ${name} is set.`}
      isValid={name !== '' && isJson(text)}
      run={() => api.put('/api/global-parameters/{name}', { path: { name }, body: { value: readJson(text) } })}
      onClose={onClose}
    >
      {parameter === undefined && (
        <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
      )}
      <JsonInput
        label="Value"
        description="In JSON: a text stands in quotes"
        value={text}
        onChange={setText}
        validationError="This is no JSON."
        autosize
        minRows={3}
      />
    </DialogForm>
  );
}
