import { Text } from '@mantine/core';
import { missingToDeclare, type Need, passingOn } from './deeds';
import { Refusal } from './Refusal';
import { useRights } from './useRights';

type Kind = keyof typeof passingOn;

/** What declaring what is typed takes that the user has no right to; undefined when nothing, or while it has no name. */
export function useMissingToDeclare(
  kind: Kind,
  vhost: string | undefined,
  name: string,
  args: Readonly<Record<string, unknown>>,
): Need | undefined {
  const rights = useRights();
  return vhost === undefined || name === '' ? undefined : missingToDeclare(rights, kind, { vhost, name }, args);
}

interface DeclarationRefusalProps {
  readonly kind: Kind;
  readonly vhost: string | undefined;
  readonly missing: Need | undefined;
}

/** Under the field of the name: why nothing of this name may be declared. */
export function nameRefusal({ kind, vhost, missing }: DeclarationRefusalProps) {
  return (
    vhost !== undefined &&
    missing?.right === 'configure' && <Refusal deed={`declare this ${kind}`} right="configure" vhost={vhost} />
  );
}

/** Under the arguments: why messages may not be passed on as they say. */
export function ArgumentRefusal({ kind, vhost, missing }: DeclarationRefusalProps) {
  if (vhost === undefined || missing === undefined || missing.right === 'configure') {
    return null;
  }
  const target = missing.name === '' ? 'the default exchange' : `exchange ${missing.name}`;
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="status">
      <Refusal
        deed={
          missing.right === 'read'
            ? `give this ${kind} the argument ${passingOn[kind]}`
            : `pass messages on to ${target}`
        }
        right={missing.right}
        vhost={vhost}
      />
    </Text>
  );
}
