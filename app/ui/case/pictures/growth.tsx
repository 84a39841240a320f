import { blockOf } from "#app/domain/campaign/campaign.ts";
import type { Drawn } from "#app/domain/pages/case-plan.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { formatMonth } from "#app/i18n/known-date.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { BarRows, DataTable, Drawing } from "./drawing.tsx";

const perCabinet = 7;

/** Draws the first value and the last as drawers of the same cabinets, or all of them as bars. */
export function Growth({ claim: { number, picture } }: { claim: Drawn<"growth"> }) {
  const { figure: say } = useWords().case;
  const locale = useLocale();
  const { points, look } = picture;
  const unit = say.units[picture.unit];
  const largest = Math.max(...points.map(({ value }) => value));
  const values = points.map(({ on, qualifier, value }) => ({
    on,
    value,
    month: formatMonth(locale, on),
    qualifier: say.qualifiers[qualifier].trim(),
    digits: formatNumber(locale, value),
    amount: say.qualifiers[qualifier] + formatNumber(locale, value),
  }));
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return null;
  return (
    <>
      <figcaption className="vh">{say.title(last, first, unit)}</figcaption>
      {look === "drawers" ? (
        <div className="amounts">
          {[first, last].map(({ on, month, qualifier, digits, amount, value }) => (
            <div key={on}>
              <p className="amount">
                <b>
                  {qualifier && <small>{qualifier}</small>} {digits}
                </b>
                <span>
                  {unit}
                  <i>, </i>
                  <em>{month}</em>
                </span>
              </p>
              <Cabinets
                id={`p${number}-${on}`}
                title={say.value(month, amount, unit)}
                filled={Math.round((value / blockOf(largest)) * 1e9) / 1e9}
                all={Math.ceil(largest / blockOf(largest))}
              />
            </div>
          ))}
        </div>
      ) : (
        <BarRows
          rows={values.map(({ on, month, amount, value }, n) => ({
            key: on,
            lead: month,
            value: `${amount} ${unit}`,
            percent: Math.round((value / largest) * 10_000) / 100,
            look: n === values.length - 1 ? "done" : "was",
          }))}
        />
      )}
      <DataTable
        of={unit}
        head={[say.month, unit]}
        rows={values.map(({ month, amount }) => [month, amount])}
      />
    </>
  );
}

/** Says what one drawer is, for the line under them. */
export function useDrawer({ picture }: Drawn<"growth">): string {
  const { figure: say } = useWords().case;
  const locale = useLocale();
  const block = blockOf(Math.max(...picture.points.map(({ value }) => value)));
  return picture.look === "drawers" ? say.drawer(formatNumber(locale, block), say.units[picture.unit]) : "";
}

/** Drawers from the bottom up, in as many cabinets as the largest value needs. */
function Cabinets({ id, title, filled, all }: { id: string; title: string; filled: number; all: number }) {
  const { figure: say } = useWords().case;
  const many = Math.ceil(all / perCabinet);
  const drawers = Array.from({ length: all }, (_, n) => ({
    x: Math.floor(n / perCabinet) * 86,
    y: 152 - (n % perCabinet) * 22,
    part: Math.min(1, Math.max(0, filled - n)),
  }));
  const paths = (kept: (part: number) => boolean, draw: (x: number, y: number, part: number) => string) =>
    drawers.flatMap(({ x, y, part }) => (kept(part) ? [draw(x, y, part)] : [])).join("");
  return (
    <Drawing
      id={id}
      className="cabinets"
      viewBox={`0 0 ${many * 86 - 8} 172`}
      title={title}
      desc={`${say.drawers(all, Math.floor(filled))}${filled % 1 > 0 ? `, ${say.partOfDrawer}` : ""}.`}
    >
      <path
        className="cab"
        d={Array.from({ length: many }, (_, n) => `M${n * 86 + 1} 172V1h76v171`).join("")}
      />
      <path
        className="in"
        d={paths(
          (part) => part * 60 >= 1,
          (x, y, part) => `M${x + 9} ${y}h${Math.floor(part * 60)}v16H${x + 9}z`,
        )}
      />
      <path
        className="knob"
        d={paths(
          (part) => part === 1,
          (x, y) => `M${x + 15} ${y + 8}h5m4 0h5`,
        )}
      />
      <path
        className="ghost"
        d={paths(
          (part) => part < 1,
          (x, y) => `M${x + 9.75} ${y + 0.75}h58.5v14.5h-58.5z`,
        )}
      />
    </Drawing>
  );
}
