import { dayOf, timeOf } from "./local-time.ts";

export type PlotLine = {
  label: string;
  /** Text under the label at the end of the line. */
  last: string;
  values: readonly number[];
  before: readonly number[] | null;
};

type PlotProps = {
  starts: readonly string[];
  byHour: boolean;
  /** The first is drawn large, the others in strips below it, on the same time axis. */
  lines: readonly PlotLine[];
  marks: readonly { at: string; label: string }[];
  beforeLabel: string;
  description: string;
  width: number;
  /** Shows it only on wide or only on narrow windows. */
  className: string;
};

const digits = new Intl.NumberFormat("en");
const tall = { first: 190, rest: 46 };
const between = 26;
const axis = 22;

/** Draws lines over time: this period in ink, the previous one thin, the current step dotted. */
export function Plot({
  starts,
  byHour,
  lines,
  marks,
  beforeLabel,
  description,
  width,
  className,
}: PlotProps) {
  const wide = width > 500;
  const left = wide ? 52 : 40;
  const right = wide ? 118 : 8;
  const top = wide ? 22 : 36;
  const inner = width - left - right;
  const x = (n: number) => left + (starts.length > 1 ? (n / (starts.length - 1)) * inner : inner / 2);
  const heights = lines.map((_, n) => (n === 0 ? tall.first : tall.rest));
  const tops = heights.map((_, n) => top + heights.slice(0, n).reduce((sum, h) => sum + h + between, 0));
  const bottom = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0);
  const height = bottom + axis;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`plot ${className}`}
      role="img"
      aria-label={description}
    >
      {marks.map(({ at, label }, n) => {
        const place = x(placeOf(starts, at));
        const isLast = place > width - right - 60;
        return (
          <g key={`${at}${label}`} className="mark">
            <line x1={place} x2={place} y1={n % 2 ? 4 : 14} y2={bottom} />
            <text x={place + (isLast ? -4 : 4)} y={n % 2 ? 11 : 14} textAnchor={isLast ? "end" : "start"}>
              {label}
            </text>
          </g>
        );
      })}
      {lines.map((line, n) => (
        <Strip
          key={line.label}
          line={line}
          x={x}
          left={left}
          width={width}
          right={right}
          wide={wide}
          top={tops[n] ?? 0}
          height={heights[n] ?? 0}
          large={n === 0}
          beforeLabel={beforeLabel}
        />
      ))}
      {ticksOf(starts.length, wide ? 5 : 3).map((n) => (
        <text
          key={n}
          x={x(n)}
          y={height - 4}
          textAnchor={n === 0 ? "start" : n === starts.length - 1 ? "end" : "middle"}
          className="tick"
        >
          {byHour
            ? starts.length > 30
              ? `${dayOf(starts[n] ?? "")}, ${timeOf(starts[n] ?? "")}`
              : timeOf(starts[n] ?? "")
            : dayOf(starts[n] ?? "")}
        </text>
      ))}
    </svg>
  );
}

type StripProps = {
  line: PlotLine;
  x: (n: number) => number;
  left: number;
  right: number;
  width: number;
  wide: boolean;
  top: number;
  height: number;
  large: boolean;
  beforeLabel: string;
};

function Strip({ line, x, left, right, width, wide, top: from, height, large, beforeLabel }: StripProps) {
  const { values, before, label, last } = line;
  const most = niceTop(Math.max(1, ...values, ...(before ?? [])));
  const y = (value: number) => from + height - (Math.max(0, value) / most) * height;
  const path = (list: readonly number[]) =>
    list.map((value, n) => `${n === 0 ? "M" : "L"}${x(n).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const ended = values.slice(0, -1);
  const end = values.length - 1;
  const grid = large ? [0, 0.25, 0.5, 0.75, 1] : [0, 1];
  const highest = before ? before.indexOf(Math.max(...before)) : -1;
  return (
    <g>
      {grid
        .map((part) => Math.round(most * part))
        .filter((value, n, all) => all.indexOf(value) === n)
        .map((value) => (
          <g key={value}>
            <line
              className={value === 0 ? "base" : "grid"}
              x1={left}
              x2={width - right}
              y1={y(value)}
              y2={y(value)}
            />
            <text className="tick" x={left - 8} y={y(value) + 4} textAnchor="end">
              {digits.format(value)}
            </text>
          </g>
        ))}
      {before && <path className="before" d={path(before)} />}
      {large && before && highest >= 0 && Math.max(...before) > 0 && (
        <text
          className="tick"
          x={Math.min(Math.max(x(highest), left + 56), width - right - 56)}
          y={Math.max(from + 10, y(before[highest] ?? 0) - 6)}
          textAnchor="middle"
        >
          {beforeLabel}
        </text>
      )}
      {ended.length > 1 && <path className="line" d={path(ended)} />}
      {end > 0 && (
        <line
          className="open"
          x1={x(end - 1)}
          y1={y(values[end - 1] ?? 0)}
          x2={x(end)}
          y2={y(values[end] ?? 0)}
        />
      )}
      <circle className="end" cx={x(end)} cy={y(values[end] ?? 0)} r="3" />
      {wide ? (
        <text x={width - right + 10} y={Math.min(y(values[end] ?? 0), from + height - 12)} className="label">
          <tspan className="what">{label}</tspan>
          <tspan x={width - right + 10} dy="15">
            {last}
          </tspan>
        </text>
      ) : (
        <text className="label" x={left} y={from - 6}>
          <tspan className="what">{label}</tspan>
        </text>
      )}
    </g>
  );
}

/** The position of a moment between the starts of steps. */
function placeOf(starts: readonly string[], at: string): number {
  const time = new Date(at).getTime();
  const next = starts.findIndex((start) => new Date(start).getTime() > time);
  return next === -1 ? starts.length - 1 : Math.max(0, next - 1);
}

/** Positions of ticks: both ends and evenly between. */
function ticksOf(length: number, many: number): number[] {
  if (length <= 1) return [0];
  const places = Array.from({ length: many }, (_, n) => Math.round((n / (many - 1)) * (length - 1)));
  return places.filter((place, n) => places.indexOf(place) === n);
}

const steps = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 12];

/** Returns the lowest top of a scale for `most` in four equal steps of whole numbers. */
export function niceTop(most: number): number {
  const base = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return (
    steps.map((step) => Math.round(step * base * 10) / 10).find((top) => top >= most && top % 4 === 0) ?? most
  );
}
