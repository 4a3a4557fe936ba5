import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Closed } from '@/api/queries/clients';
import { withParameter } from '@/app/useAddress';
import { ENTRY, writeEntry } from './entry';

interface EntryLinkProps {
  readonly closed: Pick<Closed, 'name' | 'closed_at'>;
  readonly children: ReactNode;
}

/** Opens an entry in full; filter and order of the list stay. */
export function EntryLink({ closed, children }: EntryLinkProps) {
  const [search] = useSearchParams();
  return (
    <Anchor component={Link} to={`?${withParameter(search, ENTRY, writeEntry(closed))}`} size="sm" className="numeric">
      {children}
    </Anchor>
  );
}
