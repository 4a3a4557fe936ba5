import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Layout } from './layout';

/** Which part of the drawing is seen: a shift in pixels, and how large it is drawn. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const LEAST = 0.15;
const MOST = 2.5;
const MARGIN = 28;

const limit = (scale: number) => Math.min(MOST, Math.max(LEAST, scale));

/** The whole drawing in the middle; never larger than life. */
function viewOfAll({ width, height }: Layout, size: { width: number; height: number }): View {
  const scale = limit(
    Math.min(1, (size.width - 2 * MARGIN) / Math.max(1, width), (size.height - 2 * MARGIN) / Math.max(1, height)),
  );
  return { x: (size.width - width * scale) / 2, y: (size.height - height * scale) / 2, scale };
}

/** Grows or shrinks the view, and leaves a point where it is. */
function zoomAt(view: View, factor: number, x: number, y: number): View {
  const scale = limit(view.scale * factor);
  const grown = scale / view.scale;
  return { x: x - (x - view.x) * grown, y: y - (y - view.y) * grown, scale };
}

/** Moving and zooming by pointers, fingers and the wheel. */
export function useView(layout: Layout, size: { width: number; height: number }) {
  const [chosen, setView] = useState<View>();
  const view = chosen ?? viewOfAll(layout, size);
  const latest = useRef(view);
  latest.current = view;
  const svg = useRef<SVGSVGElement>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const [isMoving, setMoving] = useState(false);

  const zoom = useCallback((factor: number, x: number, y: number) => setView(zoomAt(latest.current, factor, x, y)), []);
  const move = useCallback((x: number, y: number) => {
    const old = latest.current;
    latest.current = { ...old, x: old.x + x, y: old.y + y };
    setView(latest.current);
  }, []);

  // Not by onWheel: React listens passively, and the page would scroll as well.
  useEffect(() => {
    const element = svg.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element?.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        zoom(Math.exp(-event.deltaY / 200), event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0));
      } else {
        move(-event.deltaX, -event.deltaY);
      }
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [zoom, move]);

  const onPointerDown = (event: PointerEvent) => {
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const onPointerMove = (event: PointerEvent) => {
    const old = pointers.current.get(event.pointerId);
    if (old === undefined) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const box = svg.current?.getBoundingClientRect();
      const spread = (one: typeof now) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
      zoom(
        spread(now) / spread(old),
        (now.x + other.x) / 2 - (box?.left ?? 0),
        (now.y + other.y) / 2 - (box?.top ?? 0),
      );
    } else if (isMoving || Math.hypot(now.x - old.x, now.y - old.y) > 3) {
      if (!isMoving) {
        svg.current?.setPointerCapture(event.pointerId);
        setMoving(true);
      }
      move(now.x - old.x, now.y - old.y);
    } else {
      return;
    }
    pointers.current.set(event.pointerId, now);
  };
  const onPointerUp = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    setMoving(false);
  };

  /** Brings a node into sight, if it is not. */
  const reveal = useCallback(
    (x: number, y: number, width: number, height: number) => {
      const { x: left, y: top, scale } = latest.current;
      const isSeen =
        x * scale + left >= 0 &&
        (x + width) * scale + left <= size.width &&
        y * scale + top >= 0 &&
        (y + height) * scale + top <= size.height;
      if (!isSeen || scale < 0.45) {
        const next = Math.max(scale, 0.7);
        setView({
          x: size.width / 2 - (x + width / 2) * next,
          y: size.height / 2 - (y + height / 2) * next,
          scale: next,
        });
      }
    },
    [size],
  );

  return {
    view,
    svg,
    isMoving,
    zoomBy: (factor: number) => zoom(factor, size.width / 2, size.height / 2),
    showAll: () => setView(undefined),
    reveal,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
