import { useMemo } from 'react';
import { useSession } from '@/session/useSession';
import { type PageEntry, pages } from '../pages';

/** The pages of the menu that the user may open. */
export function useVisiblePages(): readonly PageEntry[] {
  const session = useSession();
  return useMemo(() => pages.filter(({ mayOpen }) => mayOpen?.(session) ?? true), [session]);
}
