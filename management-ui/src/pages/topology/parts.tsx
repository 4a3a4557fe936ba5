import type { KeyboardEvent } from 'react';
import { formatRate, formatShortCount } from '@/format';
import type { GraphEdge, GraphNode } from './graph';
import { NODE_HEIGHT, NODE_WIDTH, type Place } from './layout';
import { describeNode, tellRate } from './links';
import classes from './topology.module.css';

interface NodeBoxProps {
  readonly node: GraphNode;
  readonly place: Place | undefined;
  readonly isFaint: boolean;
  readonly isSelected: boolean;
  readonly isFound: boolean;
  readonly isTabStop: boolean;
  /** Drawn so small that only a large name can be read. */
  readonly isFar: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
  readonly onPoint: (isOver: boolean) => void;
  readonly onFocus: () => void;
}

const colors: Readonly<Record<GraphNode['kind'], string>> = {
  exchange: 'var(--series-3)',
  queue: 'var(--series-1)',
  consumers: 'var(--series-4)',
};

export function NodeBox({ node, place, onSelect, onOpen, onPoint, onFocus, isFar, ...state }: NodeBoxProps) {
  if (place === undefined) {
    return null;
  }
  const { kind, name, detail, messages, rate, members } = node;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      onSelect();
    }
  };
  const figure = kind === 'queue' && messages > 0 ? formatShortCount(messages) : rate > 0 ? formatRate(rate) : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons in SVG
    <g
      className={`${classes.node} ${state.isFaint ? classes.faint : ''}`}
      transform={`translate(${place.x} ${place.y})`}
      data-node={node.id}
      data-selected={state.isSelected}
      data-found={state.isFound}
      role="button"
      aria-pressed={state.isSelected}
      aria-label={describeNode(node)}
      tabIndex={state.isTabStop ? 0 : -1}
      onClick={onSelect}
      onDoubleClick={onOpen}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <title>{describeNode(node)}</title>
      {members.length > 1 && (
        <rect className={classes.box} x={5} y={5} width={NODE_WIDTH} height={NODE_HEIGHT} rx={8} />
      )}
      <rect
        className={classes.box}
        width={NODE_WIDTH}
        height={NODE_HEIGHT}
        rx={kind === 'exchange' ? NODE_HEIGHT / 2 : 8}
        strokeDasharray={kind === 'consumers' ? '4 3' : undefined}
      />
      <circle cx={18} cy={NODE_HEIGHT / 2} r={5} fill={colors[kind]} opacity={rate > 0 || messages > 0 ? 1 : 0.35} />
      <text className={classes.name} x={32} y={isFar ? 30 : 19}>
        {shorten(name, isFar ? 13 : 22)}
      </text>
      {!isFar && (
        <>
          <text className={classes.detail} x={32} y={34}>
            {shorten(detail, figure === '' ? 26 : 16)}
          </text>
          <text className={classes.figure} x={NODE_WIDTH - 14} y={34} textAnchor="end">
            {figure}
          </text>
        </>
      )}
    </g>
  );
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.ceil(most / 2) - 1)}…${text.slice(-Math.floor(most / 2))}`;
}

interface EdgeLineProps {
  readonly edge: GraphEdge;
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly isFaint: boolean;
  readonly isLit: boolean;
}

export function EdgeLine({ edge, from, to, isFaint, isLit }: EdgeLineProps) {
  if (from === undefined || to === undefined) {
    return null;
  }
  const path = pathOf(from, to);
  const width = widthOf(edge.rate);
  return (
    <g className={isFaint ? classes.faint : ''} aria-hidden>
      <path
        className={classes.edge}
        d={path}
        strokeWidth={width}
        data-kind={edge.kind}
        data-active={edge.rate > 0}
        data-lit={isLit}
      />
      {edge.rate > 0 && (
        <path
          className={classes.flow}
          d={path}
          strokeWidth={Math.max(3, width)}
          style={{ animationDuration: `${secondsOf(edge.rate)}s` }}
        />
      )}
    </g>
  );
}

/** What a line stands for, close to where it ends: there no other line is. */
export function EdgeLabel({ edge, from, to }: Pick<EdgeLineProps, 'edge' | 'from' | 'to'>) {
  if (from === undefined || to === undefined) {
    return null;
  }
  const what = edge.kind === 'binding' ? tellSome(edge.labels) : edge.kind === 'consumes' ? '' : (edge.labels[0] ?? '');
  const label = [what, edge.rate > 0 ? tellRate(edge) : ''].filter(Boolean).join(' · ');
  const isForward = to.x > from.x;
  return (
    <text
      className={classes.label}
      x={isForward ? to.x - 10 : (from.x + to.x + NODE_WIDTH) / 2}
      y={isForward ? to.y + NODE_HEIGHT / 2 - 9 : Math.max(from.y, to.y) + NODE_HEIGHT * 1.6}
      textAnchor={isForward ? 'end' : 'middle'}
      aria-hidden
    >
      {label}
    </text>
  );
}

/** A thick line is much: with each thickness more, about three times as much flows. */
function widthOf(rate: number): number {
  return rate <= 0 ? 1.5 : Math.min(10, 2 + Math.log10(1 + rate) * 2);
}

function secondsOf(rate: number): number {
  return Math.round(Math.max(0.25, 1.6 - Math.log10(1 + rate) * 0.4) * 100) / 100;
}

function tellSome(labels: readonly string[]): string {
  const first = (labels[0] ?? '').length > 22 ? `${labels[0]?.slice(0, 21)}…` : (labels[0] ?? '');
  return labels.length > 1 ? `${first} +${labels.length - 1}` : first;
}

/** To the right in an S; back to the left in a bow around. */
function pathOf(from: Place, to: Place): string {
  const [y1, y2] = [from.y + NODE_HEIGHT / 2, to.y + NODE_HEIGHT / 2];
  if (to.x > from.x) {
    const [x1, x2] = [from.x + NODE_WIDTH, to.x];
    const bend = Math.max(40, (x2 - x1) / 2);
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  }
  const low = Math.max(y1, y2) + NODE_HEIGHT;
  const [x1, x2] = [from.x + NODE_WIDTH / 2, to.x + NODE_WIDTH / 2];
  return x1 === x2 && y1 === y2
    ? `M${from.x + NODE_WIDTH} ${y1}c50 -40 50 40 0 8`
    : `M${x1} ${y1 + NODE_HEIGHT / 2}C${x1} ${low} ${x2} ${low} ${x2} ${y2 + NODE_HEIGHT / 2}`;
}
