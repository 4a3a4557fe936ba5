import type uPlot from 'uplot';
import { stepsOf } from './steps';

interface Look {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly { readonly label: string; readonly stroke: string }[];
  readonly text: string;
  readonly grid: string;
  readonly format: (value: number | null | undefined) => string;
  readonly onCursor: (index: number | null) => void;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
const clockWithSeconds = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** How a chart is drawn. The crosshairs of all charts on a page move together. */
export function optionsOf({ width, height, lines, text, grid, format, onCursor }: Look): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: text,
    font: '11px system-ui, sans-serif',
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    // Room for half of the last moment's text.
    padding: [10, 28, 0, 0],
    legend: { show: false },
    cursor: { sync: { key: 'page' }, points: { size: 7 }, drag: { x: false, y: false } },
    hooks: { setCursor: [(plot) => onCursor(plot.cursor.idx ?? null)] },
    scales: { y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] } },
    axes: [
      {
        ...axis,
        space: 70,
        size: 32,
        gap: 9,
        values: (_, times, __, ___, step) =>
          times.map((time) => (step < 60 ? clockWithSeconds : clock).format(time * 1000)),
      },
      {
        ...axis,
        // At least half of the first moment's text.
        size: (_, values) => Math.max(30, 14 + 6.6 * Math.max(0, ...(values ?? []).map((value) => value.length))),
        space: 36,
        incrs: stepsOf(format),
        values: (_, values) => values.map((value) => format(value)),
      },
    ],
    series: [
      {},
      ...lines.map(({ label, stroke }) => ({ label, stroke, width: 2, points: { show: false }, spanGaps: false })),
    ],
  };
}
