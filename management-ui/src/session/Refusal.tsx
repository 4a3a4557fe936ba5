import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import type { Right } from './rights';
import { useRights } from './useRights';
import { useSession } from './useSession';

interface RefusalProps {
  /** What is not allowed: `read from this queue`. */
  readonly deed: string;
  readonly right: Right;
  readonly vhost: string;
}

/** Says that something is not allowed, and by which pattern. */
export function Refusal({ deed, right, vhost }: RefusalProps) {
  const { user } = useSession();
  const pattern = useRights().patternOf(right, vhost);
  return (
    <>
      You may not {deed}:{' '}
      {pattern === undefined ? (
        `user ${user.name} has no permission in virtual host ${vhost}.`
      ) : (
        <>
          the permission <Code>{right}</Code> of user {user.name} in virtual host {vhost} is <Pattern text={pattern} />.
        </>
      )}
    </>
  );
}

interface KeyRefusalProps extends RefusalProps {
  readonly right: 'write' | 'read';
  readonly exchange: string;
  readonly pattern: string;
}

/** The same of a routing key, by the pattern of a topic permission. */
export function KeyRefusal({ deed, right, vhost, exchange, pattern }: KeyRefusalProps) {
  const { user } = useSession();
  return (
    <>
      You may not {deed} with this key: the topic permission <Code>{right}</Code> of user {user.name} for exchange{' '}
      {exchange} in virtual host {vhost} is <Pattern text={pattern} />.
    </>
  );
}

function Pattern({ text }: { readonly text: string }): ReactNode {
  return text === '' ? 'empty' : <Code>{text}</Code>;
}

interface NoEntryProps {
  readonly title: string;
  readonly vhost: string;
}

/** In place of a page about what is in a virtual host that may not be entered. */
export function NoEntry({ title, vhost }: NoEntryProps) {
  return (
    <Page title={title}>
      <NotEntered vhost={vhost} />
    </Page>
  );
}

/** The same in place of a part of a page; without a virtual host when there is none to choose. */
export function NotEntered({ vhost }: { readonly vhost: string | undefined }) {
  const { user } = useSession();
  return vhost === undefined ? (
    <EmptyState
      title="There is no virtual host that you may see"
      reason={`User ${user.name} has no permission in any. An administrator can set a permission.`}
    />
  ) : (
    <EmptyState
      title={`You may not see what is in ${vhost}`}
      reason={`User ${user.name} has no permission in the virtual host ${vhost}, or there is none of that name. An administrator can set a permission.`}
    />
  );
}
