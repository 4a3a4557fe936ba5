import { Group, Text, UnstyledButton, useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { Points } from '@/api/samples';
import { EmptyState } from '../EmptyState';
import classes from './Chart.module.css';
import { optionsOf } from './options';

export interface Series {
  readonly label: string;
  readonly points: Points;
  /** 1 to 8: which of the colours that stay readable in the dark and in the light. */
  readonly color: number;
}

interface ChartProps {
  /** What it shows, for screen readers. */
  readonly title: string;
  readonly series: readonly Series[];
  readonly format: (value: number | null | undefined) => string;
  readonly height?: number;
}

/** Lines over time with a crosshair. The legend gives the latest values, or those under the crosshair, and hides lines. */
export function Chart({ title, series, format, height = 200 }: ChartProps) {
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [index, setIndex] = useState<number | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const data = useMemo(() => align(series), [series]);
  const latest = useRef(data);
  latest.current = data;
  const shape = JSON.stringify(series.map(({ label, color }) => [label, color]));
  const isEmpty = data[0].length < 2;

  // A new plot when lines or colours are others; new data goes into the one there is.
  useEffect(() => {
    const element = place.current;
    if (element === null || isEmpty) {
      return;
    }
    const lines = JSON.parse(shape) as [string, number][];
    const style = getComputedStyle(document.documentElement);
    const drawn = new uPlot(
      optionsOf({
        width: element.clientWidth,
        height,
        lines: lines.map(([label, color]) => ({ label, stroke: style.getPropertyValue(`--series-${color}`).trim() })),
        text: style.getPropertyValue('--muted').trim() || style.color,
        grid: scheme === 'dark' ? 'rgba(255,255,255,0.09)' : 'rgba(0,0,0,0.08)',
        format,
        onCursor: setIndex,
      }),
      latest.current as uPlot.AlignedData,
      element,
    );
    plot.current = drawn;
    const observer = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [shape, scheme, height, format, isEmpty]);

  useEffect(() => {
    plot.current?.setData(data as uPlot.AlignedData);
  }, [data]);

  useEffect(() => {
    series.forEach(({ label }, at) => {
      plot.current?.setSeries(at + 1, { show: !hidden.has(label) });
    });
  }, [hidden, series]);

  const shown = index !== null && index < data[0].length ? index : data[0].length - 1;
  const summary = series.map(({ label }, at) => `${label} ${format(lastOf(data[at + 1]))}`).join(', ');

  return (
    <figure className={classes.figure} aria-label={title}>
      {isEmpty ? (
        <div style={{ minHeight: height }}>
          <EmptyState
            title="Nothing to draw yet"
            reason="None of this has been counted; once it is, a line needs two samples, taken every few seconds."
          />
        </div>
      ) : (
        <div ref={place} className={classes.plot} style={{ height }} role="img" aria-label={`${title}: ${summary}`} />
      )}
      <Group gap={4} component="figcaption" display={isEmpty ? 'none' : undefined}>
        {series.map(({ label, color }, at) => (
          <UnstyledButton
            key={label}
            className={classes.entry ?? ''}
            aria-pressed={!hidden.has(label)}
            onClick={() => setHidden((old) => toggled(old, label))}
            title={hidden.has(label) ? `Show ${label}` : `Hide ${label}`}
          >
            <span className={classes.line} style={{ background: `var(--series-${color})` }} />
            <Text component="span" size="xs">
              {label}
            </Text>
            <Text component="span" size="xs" fw={650} className="numeric">
              {format(data[at + 1]?.[shown] ?? undefined)}
            </Text>
          </UnstyledButton>
        ))}
      </Group>
    </figure>
  );
}

/** All lines over the same moments, as uPlot wants them. */
function align(series: readonly Series[]): [number[], ...(number | null)[][]] {
  const times = [...new Set(series.flatMap(({ points }) => points.times))].sort((one, other) => one - other);
  const lines = series.map(({ points }) => {
    const values = new Map(points.times.map((time, at) => [time, points.values[at] ?? null]));
    return times.map((time) => values.get(time) ?? null);
  });
  return [times, ...lines];
}

function lastOf(values: readonly (number | null)[] | undefined): number | null | undefined {
  return values?.[values.length - 1];
}

function toggled(set: ReadonlySet<string>, label: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(label)) {
    next.add(label);
  }
  return next;
}
