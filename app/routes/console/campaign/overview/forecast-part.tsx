import { forecastDraws, forecastNeeds } from "#app/domain/upkeep/activity/forecast.ts";
import { useWords } from "#app/ui/locale.tsx";
import type { OverviewData } from "./dashboard.ts";
import { dayAfter, dayOf } from "./local-time.ts";
import { Part } from "./part.tsx";

const width = 340;

/** Says on which days the goal is likely reached; nothing where that would be a guess. */
export function ForecastPart({ board: { forecast, asOf } }: { board: OverviewData }) {
  const { forecast: say, digits } = useWords().dashboard;
  if (forecast.outcome === "too-little") {
    return (
      <Part id="forecast" title={say.none}>
        <p className="small muted">
          {say.noneText(forecastNeeds.daysAtLeast, forecastNeeds.signaturesAtLeast)}
        </p>
      </Part>
    );
  }
  const goal = digits(forecast.goal);
  if (forecast.outcome === "far") {
    return (
      <Part id="forecast" title={say.far(goal)}>
        <p className="small muted">{say.farText(forecast.within)}</p>
      </Part>
    );
  }
  const { likely, nearly, middle, fromDays } = forecast;
  const day = (days: number) => dayAfter(asOf, days);
  const [from, to] = [day(likely[0]), day(likely[1])];
  const last = Math.max(2, Math.ceil(nearly[1] * 1.1));
  const x = (days: number) => 4 + (days / last) * (width - 8);
  const centre = Math.min(Math.max(x(middle), 70), width - 70);
  return (
    <Part id="forecast" title={from === to ? say.sameDay(goal, from) : say.title(goal, from, to)}>
      <svg
        viewBox={`0 0 ${width} 84`}
        className="plot interval"
        role="img"
        aria-label={say.figure(from, to, day(nearly[0]), day(nearly[1]))}
      >
        <text className="what" x={centre} y="12" textAnchor="middle">
          {say.middle(day(middle))}
        </text>
        <line
          className="line"
          x1={x(nearly[0])}
          x2={Math.max(x(nearly[1]), x(nearly[0]) + 2)}
          y1="32"
          y2="32"
        />
        <rect
          className="likely"
          x={x(likely[0])}
          y="26"
          width={Math.max(3, x(likely[1]) - x(likely[0]))}
          height="12"
        />
        <line className="middle" x1={x(middle)} x2={x(middle)} y1="18" y2="46" />
        <line className="base" x1="4" x2={width - 4} y1="54" y2="54" />
        <text className="tick" x="4" y="70">
          {dayOf(asOf)}
        </text>
        <text className="tick" x={width - 4} y="70" textAnchor="end">
          {day(last)}
        </text>
      </svg>
      <p className="small">
        {say.likely}: {from} – {to}. {say.nearly}: {day(nearly[0])} – {day(nearly[1])}.
      </p>
      <p className="small muted">{say.method(forecastDraws.futures, fromDays)}</p>
    </Part>
  );
}
