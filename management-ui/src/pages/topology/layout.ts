import type { Graph, GraphNode } from './graph';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly width: number;
  readonly height: number;
}

export const NODE_WIDTH = 196;
export const NODE_HEIGHT = 44;
const ROW = NODE_HEIGHT + 14;
const COLUMN = NODE_WIDTH + 150;
const GAP = 48;
const SWEEPS = 8;

/** Places nodes in layers from the left to the right, what belongs together by itself, packed into the proportions of the view. */
export function layOut(graph: Graph, ratio: number): Layout {
  const parts = componentsOf(graph).map((ids) => layOutPart(graph, ids));
  const linked = parts.filter(({ places }) => places.size > 1);
  const single = parts.filter(({ places }) => places.size === 1);
  return pack([...linked, ...gridOf(single, ratio)], ratio);
}

interface Part {
  readonly places: ReadonlyMap<string, Place>;
  readonly width: number;
  readonly height: number;
}

function componentsOf({ nodes, edges }: Graph): string[][] {
  const near = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    near.get(from)?.push(to);
    near.get(to)?.push(from);
  }
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const { id } of nodes) {
    if (!seen.has(id)) {
      const part: string[] = [];
      const pending = [id];
      seen.add(id);
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        part.push(next);
        for (const other of near.get(next) ?? []) {
          if (!seen.has(other)) {
            seen.add(other);
            pending.push(other);
          }
        }
      }
      parts.push(part);
    }
  }
  return parts;
}

function layOutPart(graph: Graph, ids: readonly string[]): Part {
  const within = new Set(ids);
  const nodes = graph.nodes.filter(({ id }) => within.has(id));
  const edges = graph.edges.filter(({ from }) => within.has(from));
  const layers = layersOf(nodes, edges);
  order(layers, edges);
  const tallest = Math.max(...layers.map((layer) => layer.length));
  const places = new Map<string, Place>();
  layers.forEach((layer, column) => {
    // Each layer stands in the middle, spread a little where there is room.
    const step = Math.min(ROW * 1.6, layer.length > 0 ? (tallest * ROW) / layer.length : ROW);
    const top = (tallest * ROW - layer.length * step) / 2 + (step - ROW) / 2;
    layer.forEach((id, row) => {
      places.set(id, { x: column * COLUMN, y: top + row * step });
    });
  });
  return {
    places,
    width: (layers.length - 1) * COLUMN + NODE_WIDTH,
    height: (tallest - 1) * ROW + NODE_HEIGHT,
  };
}

/** Exchanges stand as far to the right as the longest way to them goes; queues behind all of them, consumers behind those. */
export function layersOf(nodes: readonly Pick<GraphNode, 'id' | 'kind'>[], edges: Graph['edges']): string[][] {
  const exchanges = nodes.filter(({ kind }) => kind === 'exchange').map(({ id }) => id);
  const depth = new Map(exchanges.map((id) => [id, 0]));
  const forward = edges.filter(({ from, to }) => from !== to && depth.has(from) && depth.has(to));
  // As many rounds as there are exchanges are enough; a circle ends with them.
  let isMoving = true;
  for (let round = 0; isMoving && round < exchanges.length - 1; round++) {
    isMoving = false;
    for (const { from, to } of forward) {
      const behind = Math.min((depth.get(from) ?? 0) + 1, exchanges.length - 1);
      if (behind > (depth.get(to) ?? 0)) {
        depth.set(to, behind);
        isMoving = true;
      }
    }
  }
  const layers: string[][] = [];
  for (const id of exchanges) {
    const at = depth.get(id) ?? 0;
    layers[at] = [...(layers[at] ?? []), id];
  }
  const of = (kind: GraphNode['kind']) => nodes.filter((node) => node.kind === kind).map(({ id }) => id);
  return [...layers, of('queue'), of('consumers')].filter((layer) => layer !== undefined && layer.length > 0);
}

/** Turns layers so that fewer lines cross: each node comes to stand by the middle of its neighbours. */
function order(layers: string[][], edges: Graph['edges']): void {
  const near = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    if (kind !== 'dead-letter') {
      near.set(from, [...(near.get(from) ?? []), to]);
      near.set(to, [...(near.get(to) ?? []), from]);
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const at = new Map(layers.flatMap((layer) => layer.map((id, row) => [id, (row + 0.5) / layer.length] as const)));
    const turned = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of turned) {
      const middle = new Map(
        layer.map((id) => {
          const rows = (near.get(id) ?? []).map((other) => at.get(other) ?? 0.5);
          const own = at.get(id) ?? 0.5;
          return [id, rows.length === 0 ? own : rows.reduce((sum, row) => sum + row, 0) / rows.length] as const;
        }),
      );
      layer.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
      layer.forEach((id, row) => {
        at.set(id, (row + 0.5) / layer.length);
      });
    }
  }
}

/** What is bound to nothing stands in rows of its own. */
function gridOf(single: readonly Part[], ratio: number): Part[] {
  if (single.length === 0) {
    return [];
  }
  const columns = Math.max(1, Math.ceil(Math.sqrt((single.length * ROW * ratio) / (NODE_WIDTH + 20))));
  const places = new Map<string, Place>();
  single.forEach((part, at) => {
    for (const id of part.places.keys()) {
      places.set(id, { x: (at % columns) * (NODE_WIDTH + 20), y: Math.floor(at / columns) * ROW });
    }
  });
  const rows = Math.ceil(single.length / columns);
  return [
    {
      places,
      width: Math.min(columns, single.length) * (NODE_WIDTH + 20) - 20,
      height: (rows - 1) * ROW + NODE_HEIGHT,
    },
  ];
}

/** Puts parts below one another, in as many columns as make the whole about as wide as the view is. */
function pack(parts: readonly Part[], ratio: number): Layout {
  const sorted = [...parts].sort((one, other) => other.height - one.height);
  const most = Math.max(1, Math.min(parts.length, 8));
  const tries = Array.from({ length: most }, (_, at) => packInto(sorted, at + 1));
  const badness = ({ width, height }: Layout) => Math.max(width / ratio, height);
  return tries.reduce((best, one) => (badness(one) < badness(best) ? one : best));
}

function packInto(parts: readonly Part[], count: number): Layout {
  const columns = Array.from({ length: count }, () => ({ parts: [] as Part[], height: 0 }));
  for (const part of parts) {
    const column = columns.reduce((lowest, one) => (one.height < lowest.height ? one : lowest));
    column.parts.push(part);
    column.height += part.height + GAP;
  }
  const places = new Map<string, Place>();
  let left = 0;
  for (const column of columns) {
    let top = 0;
    for (const part of column.parts) {
      for (const [id, { x, y }] of part.places) {
        places.set(id, { x: left + x, y: top + y });
      }
      top += part.height + GAP;
    }
    left += Math.max(0, ...column.parts.map(({ width }) => width)) + GAP * 1.5;
  }
  return {
    places,
    width: Math.max(0, left - GAP * 1.5),
    height: Math.max(0, ...columns.map(({ height }) => height - GAP)),
  };
}
