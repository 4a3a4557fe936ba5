import { ActionIcon } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAddress, withParameter } from '@/app/useAddress';
import { useKeepVhost } from '@/app/useVhost';
import { type Graph, type GraphEdge, pathsThrough } from './graph';
import { type Layout, layOut, NODE_HEIGHT, NODE_WIDTH } from './layout';
import { findNodes, linkOf } from './links';
import { NodeCard } from './NodeCard';
import { EdgeLabel, EdgeLine, NodeBox } from './parts';
import classes from './topology.module.css';
import { useView } from './useView';

interface TopologyViewProps {
  readonly vhost: string;
  readonly graph: Graph;
  readonly text: string;
}

/** With more edges than this, their labels are shown only where one looks. */
const FEW_EDGES = 40;
/** Drawn smaller than this, nodes have nothing but a large name. */
const FAR = 0.6;

/** The graph, drawn: it can be moved, zoomed, searched, and gone through with the keyboard. */
export function TopologyView({ vhost, graph, text }: TopologyViewProps) {
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const frame = useRef<HTMLDivElement>(null);
  const size = useMemo(() => ({ width: width || 1000, height: height || 600 }), [width, height]);
  const layout = useLayout(graph, size.width / size.height);
  const { view, svg, isMoving, zoomBy, showAll, reveal, handlers } = useView(layout, size);
  const [search, change] = useAddress();
  const chosen = search.get('node');
  const [pointed, setPointed] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const navigate = useNavigate();
  const keep = useKeepVhost();

  const nodes = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const selected = chosen === null ? undefined : nodes.get(chosen);
  const centre = pointed ?? selected?.id;
  const found = useMemo(() => findNodes(graph, text), [graph, text]);
  const lit = useMemo(() => (centre === undefined ? undefined : pathsThrough(graph, centre)), [graph, centre]);
  const isFaint = (id: string, from = id, to = id) =>
    lit !== undefined ? !lit.has(id) : text.trim() !== '' && !(found.has(from) && found.has(to));
  const select = (id: string | undefined) => change((old) => withParameter(old, 'node', id));
  const firstFound = [...found][0];

  useEffect(() => {
    const place = firstFound === undefined ? undefined : layout.places.get(firstFound);
    if (place !== undefined) {
      reveal(place.x, place.y, NODE_WIDTH, NODE_HEIGHT);
    }
  }, [firstFound, layout, reveal]);

  function focus(id: string) {
    const place = layout.places.get(id);
    setFocused(id);
    if (place !== undefined) {
      reveal(place.x, place.y, NODE_WIDTH, NODE_HEIGHT);
    }
    frame.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent) {
    const current = focused ?? selected?.id ?? graph.nodes[0]?.id;
    const next = current === undefined ? undefined : nextNode(layout, graph, current, event.key);
    if (next !== undefined) {
      focus(next);
    } else if (event.key === '+' || event.key === '=') {
      zoomBy(1.3);
    } else if (event.key === '-') {
      zoomBy(1 / 1.3);
    } else if (event.key === '0') {
      showAll();
    } else if (event.key === 'Escape') {
      select(undefined);
    } else {
      return;
    }
    event.preventDefault();
  }

  function open(id: string) {
    const node = nodes.get(id);
    const link = node && linkOf(vhost, node);
    if (link !== undefined) {
      void navigate(keep(link));
    }
  }

  const isFar = view.scale < FAR;
  // The ways of dead letters are told by their dots, and run back across all others.
  const isLabelled = ({ id, from, to, kind }: GraphEdge) =>
    !isFaint(id, from, to) &&
    (centre === undefined
      ? graph.edges.length <= FEW_EDGES && !isFar && kind !== 'dead-letter'
      : from === centre || to === centre);
  const tabStop = focused !== undefined && nodes.has(focused) ? focused : graph.nodes[0]?.id;
  return (
    <div ref={useMergedRef(sized, frame)} className={classes.frame}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: there are no fieldsets in SVG */}
      {/* biome-ignore-start lint/a11y/noNoninteractiveElementInteractions: the nodes within it are buttons; the keys go from one to the next */}
      <svg
        ref={svg}
        className={classes.canvas}
        data-moving={isMoving}
        data-far={isFar}
        role="group"
        aria-label={`Topology of ${vhost}`}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
          {graph.edges.map((edge) => (
            <EdgeLine
              key={edge.id}
              edge={edge}
              from={layout.places.get(edge.from)}
              to={layout.places.get(edge.to)}
              isFaint={isFaint(edge.id, edge.from, edge.to)}
              isLit={lit?.has(edge.id) ?? false}
            />
          ))}
          {graph.edges.filter(isLabelled).map((edge) => (
            <EdgeLabel key={edge.id} edge={edge} from={layout.places.get(edge.from)} to={layout.places.get(edge.to)} />
          ))}
          {graph.nodes.map((node) => (
            <NodeBox
              key={node.id}
              node={node}
              place={layout.places.get(node.id)}
              isFaint={isFaint(node.id)}
              isSelected={node.id === selected?.id}
              isFound={found.has(node.id)}
              isFar={isFar}
              isTabStop={node.id === tabStop}
              onSelect={() => select(node.id === selected?.id ? undefined : node.id)}
              onOpen={() => open(node.id)}
              onPoint={(isOver) => setPointed(isOver ? node.id : undefined)}
              onFocus={() => setFocused(node.id)}
            />
          ))}
        </g>
      </svg>
      {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore-end lint/a11y/noNoninteractiveElementInteractions: as above */}
      {selected !== undefined && (
        <div className={classes.card}>
          <NodeCard vhost={vhost} graph={graph} node={selected} onSelect={select} />
        </div>
      )}
      <ActionIcon.Group orientation="vertical" className={classes.controls ?? ''}>
        <ActionIcon variant="default" size="lg" aria-label="Zoom in" onClick={() => zoomBy(1.3)}>
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label="Zoom out" onClick={() => zoomBy(1 / 1.3)}>
          <IconMinus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label="Show all" onClick={showAll}>
          <IconFocusCentered size={18} aria-hidden />
        </ActionIcon>
      </ActionIcon.Group>
    </div>
  );
}

/** Places change with what there is, not with how much flows: nothing moves under one's eyes. */
function useLayout(graph: Graph, ratio: number): Layout {
  const shape = JSON.stringify([graph.nodes.map(({ id }) => id), graph.edges.map(({ id }) => id)]);
  const rounded = Math.round(ratio * 4) / 4;
  const latest = useRef(graph);
  latest.current = graph;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the graph
  return useMemo(() => layOut(latest.current, rounded), [shape, rounded]);
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest node in the direction of an arrow: to the sides, one that messages go to or come from before any other. */
function nextNode(layout: Layout, graph: Graph, id: string, key: string): string | undefined {
  const [dx, dy] = arrows[key] ?? [0, 0];
  if (dx === 0 && dy === 0) {
    return undefined;
  }
  const linked = new Set(
    graph.edges.flatMap(({ from, to }) => (dx > 0 && from === id ? [to] : dx < 0 && to === id ? [from] : [])),
  );
  return nearest(layout, id, [dx, dy], (other) => linked.has(other)) ?? nearest(layout, id, [dx, dy], () => true) ?? id;
}

function nearest(
  { places }: Layout,
  id: string,
  [dx, dy]: readonly [number, number],
  isWanted: (id: string) => boolean,
): string | undefined {
  const from = places.get(id);
  if (from === undefined) {
    return undefined;
  }
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [other, { x, y }] of places) {
    const along = (x - from.x) * dx + (y - from.y) * dy;
    const across = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    const distance = along + across * 3;
    if (along > 1 && distance < least && isWanted(other)) {
      [best, least] = [other, distance];
    }
  }
  return best;
}
