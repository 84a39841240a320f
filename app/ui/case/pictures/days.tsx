import type { Drawn } from "#app/domain/pages/case-plan.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable, Drawing } from "./drawing.tsx";

const daysBetween = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));

/** Days after which a check is too old to say that nothing is known. */
const checkHolds = 14;

/** Counts both spans on a day. */
function spansOn({ picture }: Drawn<"days">, today: string) {
  const { from1, to1, from2, to2, on2, checked } = picture;
  return {
    first: daysBetween(from1, to1),
    second: daysBetween(from2, to2 ?? today),
    between: on2 && daysBetween(from2, on2),
    isOver: to2 !== null,
    isFresh: to2 !== null || (checked !== null && daysBetween(checked, today) <= checkHolds),
  };
}

/** Returns the sentence over it, with today's numbers. */
export function useDaysSentence(claim: Drawn<"days">, today: string): string | null {
  const locale = useLocale();
  const { first, second } = spansOn(claim, today);
  const { sentence } = claim.picture;
  return (
    sentence?.replace("{1}", formatNumber(locale, first)).replace("{2}", formatNumber(locale, second)) ?? null
  );
}

const square = 9.6;
const step = 12;

/** One square a day, so many a column, but `open` (outlined) and `crossed`, counted from 1. */
function squares(days: number, perColumn: number, apart: number | null): string {
  let path = "";
  for (let n = 0; n < days; n++)
    if (n + 1 !== apart)
      path += `M${Math.floor(n / perColumn) * step} ${(n % perColumn) * step}h${square}v${square}h-${square}z`;
  return path;
}

/** Draws two spans on one scale: a square a day, and one line through both where the first ended. */
export function Days({ claim, today }: { claim: Drawn<"days">; today: string }) {
  const { days: say } = useWords().case.pictures;
  const locale = useLocale();
  const { picture, number } = claim;
  const { start, who1, from1, to1, end1, who2, from2, on2, answer2, to2, end2, checked } = picture;
  const { first, second, between, isOver, isFresh } = spansOn(claim, today);
  const perColumn = Math.max(first, second) >= 400 ? 20 : 10;
  const columns = (days: number) => Math.max(1, Math.ceil(days / perColumn));
  const height = (perColumn - 1) * step + square;
  const width = (days: number) => columns(days) * step - (step - square);
  const share = (days: number) =>
    `${Math.round((width(days) / width(Math.max(first, second))) * 100_000) / 1000}%`;
  const stop = share(first);
  const place = (day: number) => ({
    x: Math.floor((day - 1) / perColumn) * step,
    y: ((day - 1) % perColumn) * step,
  });
  const end = place(first);
  const answer = between ? place(between) : null;
  const date = (day: string) => formatDate(locale, day);
  const digits = (n: number) => formatNumber(locale, n);
  const ended2 = isOver ? end2 : isFresh ? end2 : "";
  // The link that is all there is on screen does nothing on paper.
  const inPrint = isOver || ended2 || checked ? undefined : "unprinted";
  return (
    <>
      <figure className="scale">
        <div className="spans">
          <p className="who">{who1}</p>
          <div className="first">
            <Drawing
              id={`p${number}-1`}
              width={stop}
              viewBox={`0 0 ${width(first)} ${height}`}
              title={`${who1}: ${say.days(digits(first), first)}`}
              desc={say.first(digits(first), date(from1), date(to1), end1)}
            >
              <path d={squares(first, perColumn, first)} />
              <path className="x" d={`M${end.x + 0.8} ${end.y + 0.8}l8 8m0-8l-8 8`} />
            </Drawing>
            <div className="said">
              <p className="big">
                <b>{digits(first)}</b> {say.unit(first)}
              </p>
              <dl>
                <dt>{start}</dt>
                <dd>{date(from1)}</dd>
                <dt>{say.day(digits(first))}</dt>
                <dd>
                  {end1}: {date(to1)}
                </dd>
              </dl>
            </div>
          </div>
          <p className="who">{who2}</p>
          <Drawing
            id={`p${number}-2`}
            width={share(second)}
            viewBox={`0 0 ${width(second)} ${height}`}
            title={`${who2}: ${say.days(digits(second), second)}`}
            desc={say.second(digits(second), date(from2), date(to2 ?? today))}
          >
            <path d={squares(second, perColumn, between || null)} />
            {answer && <path className="o" d={`M${answer.x + 0.8} ${answer.y + 0.8}h8v8h-8z`} />}
          </Drawing>
          <svg className="axis" width="100%" height="18" aria-hidden="true">
            <text y="13">{say.day("1")}</text>
            <text x={stop} dx="6" y="13">
              {say.day(digits(first))}
            </text>
            <text className="end" x="100%" y="13">
              {isOver ? date(to2 ?? today) : say.today}
            </text>
          </svg>
          <svg className="stop" width="100%" height="100%" aria-hidden="true">
            <line x1={stop} x2={stop} y1="0" y2="100%" />
          </svg>
        </div>
        <div className="said second">
          <p className="big">
            <b>{digits(second)}</b> {isOver ? say.unit(second) : say.soFar}
          </p>
          <dl>
            <dt>{start}</dt>
            <dd>{date(from2)}</dd>
            {answer2 && between && (
              <>
                <dt>{say.day(digits(between))}</dt>
                <dd>{answer2}</dd>
              </>
            )}
            <dt className={inPrint}>{isOver ? say.day(digits(second)) : say.since}</dt>
            <dd className={inPrint}>
              {ended2} {!isOver && <a href="#corrections">{say.doYou}</a>}
              {!isOver && checked && <span className="checked">{say.checked(date(checked))}</span>}
            </dd>
          </dl>
        </div>
      </figure>
      <DataTable
        of={say.table}
        head={[say.whom, start, say.followed, say.number]}
        rows={[
          [who1, date(from1), `${end1}, ${date(to1)}`, digits(first)],
          ...(on2 && between ? [[who2, date(from2), `${answer2}, ${date(on2)}`, digits(between)]] : []),
          [who2, date(from2), `${ended2 || say.soFar}, ${date(to2 ?? today)}`, digits(second)],
        ]}
      />
    </>
  );
}
