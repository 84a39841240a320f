import { breaker } from "#app/domain/outgoing/updates/update.ts";
import { formatNumber, formatTime } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";
import { totalsOf } from "./totals.ts";

type FiguresProps = {
  progress: NonNullable<UpdatePage["progress"]>;
  sending: boolean;
  now: string;
  byItself: boolean;
};

/** Tells when sending ends, how fast it is, and how close to pausing. */
export function Figures({ progress, sending, now, byItself }: FiguresProps) {
  const { progress: say } = useWords().updates;
  const locale = useLocale();
  const { counts, perSecond, secondsLeft, hardBounced } = progress;
  const accepted = totalsOf(counts).handed;
  const share = (part: number, digits: number) =>
    `${(accepted === 0 ? 0 : (part / accepted) * 100).toFixed(digits)}%`;
  const ends =
    sending && secondsLeft !== null
      ? formatTime(locale, new Date(Date.parse(now) + secondsLeft * 1000))
      : null;
  const facts = [
    !byItself && {
      term: say.ends,
      value: ends ?? say.unknownEnd,
      small: ends && say.fromNow(span(secondsLeft ?? 0, say)),
    },
    {
      term: say.rate,
      value:
        sending && perSecond !== null
          ? say.perSecond(
              formatNumber(locale, perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond)),
            )
          : say.noRate,
      small: say.lastHalfMinute,
    },
    {
      term: say.hardBounces,
      value: share(hardBounced, 2),
      small: `${say.pausesAt(`${breaker.hardBounces * 100}%`)} ${say.afterAccepted(breaker.after)}`,
    },
    {
      term: say.complaints,
      value: share(counts.complained, 3),
      small: `${say.pausesAt(`${breaker.complaints * 100}%`)} ${say.afterAccepted(breaker.after)}`,
    },
  ].filter((fact) => fact !== false);
  return (
    <dl className="figures">
      {facts.map(({ term, value, small }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {small && <small>{small}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Writes seconds in their largest unit. */
export function span(
  seconds: number,
  say: Record<"seconds" | "minutes" | "hours", (n: number) => string>,
): string {
  if (seconds < 90) return say.seconds(Math.max(1, Math.round(seconds)));
  if (seconds < 5400) return say.minutes(Math.round(seconds / 60));
  return say.hours(Math.round(seconds / 3600));
}
