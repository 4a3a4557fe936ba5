import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useKeepVhost } from '@/app/useVhost';

interface AppLinkProps extends AnchorProps {
  readonly to: string;
  /** In full, where the link may be cut off. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** A link to another page; the chosen virtual host comes along. */
export function AppLink({ to, children, ...props }: AppLinkProps) {
  const keep = useKeepVhost();
  return (
    <Anchor component={Link} to={keep(to)} {...props}>
      {children}
    </Anchor>
  );
}
