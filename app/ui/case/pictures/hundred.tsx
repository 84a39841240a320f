import type { Drawn } from "#app/domain/pages/case-plan.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable, Drawing } from "./drawing.tsx";

const rows = 5;
const perRow = 20;

/** Draws a hundred small figures; those of the share are filled. */
export function Hundred({ claim: { number, picture } }: { claim: Drawn<"hundred"> }) {
  const { hundred: say } = useWords().case.pictures;
  const locale = useLocale();
  const { title, whole, part, label, rest } = picture;
  // Some are never said to be none, nor all.
  const filled = Math.min(part < whole ? 99 : 100, Math.round((part / whole) * 100));
  const said = (of: number, figures: number) =>
    of > 0 && of < whole * 0.005 ? say.under1 : of < whole && of > whole * 0.995 ? say.over99 : `${figures}`;
  const [full, outlined] = [said(part, filled), said(whole - part, 100 - filled)];
  const id = `p${number}`;
  const share = (n: number) => formatNumber(locale, Math.round((n / whole) * 1000) / 10);
  const line = (name: string, n: number) => [name, formatNumber(locale, n), share(n)];
  return (
    <>
      <figure className="count100">
        <Drawing
          id={id}
          className="people"
          viewBox="0 0 358 130"
          title={title}
          desc={say.description(full, label, outlined, rest)}
        >
          <defs>
            <g id={`${id}-f`}>
              <circle cx="8" cy="5.4" r="4.4" />
              <path d="M1 22v-3.2a7 7 0 0 1 14 0V22z" />
            </g>
            <g id={`${id}-o`} className="person-outline">
              <circle cx="8" cy="5.4" r="3.8" />
              <path d="M1.6 21.4v-2.6a6.4 6.4 0 0 1 12.8 0v2.6z" />
            </g>
          </defs>
          {Array.from({ length: rows * perRow }, (_, n) => (
            <use
              // biome-ignore lint/suspicious/noArrayIndexKey: figures that never change their places
              key={n}
              href={`#${id}-${n < filled ? "f" : "o"}`}
              x={(n % perRow) * 18}
              y={Math.floor(n / perRow) * 27}
            />
          ))}
        </Drawing>
        <figcaption>
          <span>
            <i className="sw full" />
            <b>{full}</b> {label}
          </span>
          <span>
            <i className="sw" />
            <b>{outlined}</b> {rest}
          </span>
        </figcaption>
      </figure>
      <DataTable
        of={title}
        head={[title, say.count, say.percent]}
        rows={[line(say.all, whole), line(label, part), line(rest, whole - part)]}
      />
    </>
  );
}
