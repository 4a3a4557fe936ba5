import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After a change of the page the focus goes to it, so that keyboards and screen readers go on there; a change of filters leaves it alone. */
export function useRouteFocus(onChange: () => void): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current !== pathname) {
      last.current = pathname;
      onChange();
      window.scrollTo(0, 0);
      document.getElementById('page')?.focus({ preventScroll: true });
    }
  }, [pathname, onChange]);
}
