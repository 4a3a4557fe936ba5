import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

/** Arrows, Home and End move through the rows; the one that has the focus is drawn wherever it is. */
export function useRowKeys(count: number, show: (index: number) => void, scroller: RefObject<HTMLDivElement | null>) {
  const [active, setActive] = useState(0);
  // Keys may come faster than rows are drawn.
  const isMoving = useRef(false);

  function onKeyDown(event: KeyboardEvent) {
    const target = nextRow(event.key, active, count, event.target === scroller.current && !isMoving.current);
    if (target === undefined) {
      return;
    }
    event.preventDefault();
    isMoving.current = true;
    setActive(target);
    show(target);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        isMoving.current = false;
        scroller.current?.querySelector<HTMLElement>(`tr[data-index="${target}"]`)?.focus();
      }),
    );
  }

  return { active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown };
}

function nextRow(key: string, active: number, count: number, isOutside: boolean): number | undefined {
  if (count === 0) {
    return undefined;
  }
  switch (key) {
    case 'ArrowDown':
      return isOutside ? active : Math.min(active + 1, count - 1);
    case 'ArrowUp':
      return isOutside ? active : Math.max(active - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
