import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useKeepVhost } from '../useVhost';
import { useVisiblePages } from './useVisiblePages';

/** How long the second key of a shortcut may take, in milliseconds. */
const PATIENCE = 1200;

/** `g` and then the letter of a page leads there; not while something is typed or a dialog is open. */
export function useGoKeys(): void {
  const navigate = useNavigate();
  const keep = useKeepVhost();
  const pages = useVisiblePages();
  const begun = useRef(0);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('[role="dialog"]') !== null
      ) {
        return;
      }
      const isSecond = Date.now() - begun.current < PATIENCE;
      begun.current = event.key === 'g' ? Date.now() : 0;
      const page = isSecond ? pages.find(({ shortcut }) => shortcut === event.key) : undefined;
      if (page !== undefined) {
        begun.current = 0;
        void navigate(keep(page.path));
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, keep, pages]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
