import { blockOf, type Claim } from "#app/domain/campaign/campaign.ts";
import type { PictureOf } from "#app/domain/campaign/claims/picture-schema.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { formatKnownDate, formatMonth } from "#app/i18n/known-date.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

const row = { height: 78, bar: 40, label: 16, top: 26 };

/** Draws a claim's values as bars in blocks from zero, with its one fact as headline. */
export function FigureBars({ claim, figure }: { claim: Claim; figure: PictureOf<"growth"> }) {
  const words = useWords().case;
  const locale = useLocale();
  const unit = words.figure.units[figure.unit];
  const { points } = figure;
  const values = points.map((point) => ({
    month: formatMonth(locale, point.on),
    amount: words.figure.qualifiers[point.qualifier] + formatNumber(locale, point.value),
  }));
  const [first] = values;
  const last = values.at(-1);
  const block = formatNumber(locale, blockOf(largestOf(points)));

  return (
    <figure className="fig">
      <figcaption>{first && last && words.figure.title(last, first, unit)}</figcaption>
      <Bars points={points} values={values} unit={unit} />
      <p className="small muted">
        {words.figure.block(block, unit)} {words.source}: {claim.attribution}
        {claim.published && `, ${formatKnownDate(locale, claim.published)}`}.
      </p>
    </figure>
  );
}

const largestOf = (points: PictureOf<"growth">["points"]) => Math.max(...points.map(({ value }) => value));
const percent = (share: number) => `${Math.round(share * 1_000_000) / 10_000}%`;

type BarsProps = {
  points: PictureOf<"growth">["points"];
  values: { month: string; amount: string }[];
  unit: string;
};

/** The gaps between a bar's blocks are one pattern in the background color, drawn over the bars. */
function Bars({ points, values, unit }: BarsProps) {
  const words = useWords().case.figure;
  const largest = largestOf(points);
  const described = values.map(({ month, amount }) => words.value(month, amount, unit));
  return (
    <svg
      className="chart"
      width="100%"
      height={points.length * row.height - 10}
      role="img"
      aria-labelledby="bars-t bars-d"
    >
      <title id="bars-t">{words.svgTitle(unit)}</title>
      <desc id="bars-d">{words.description(described)}</desc>
      <pattern
        id="cuts"
        patternUnits="userSpaceOnUse"
        width={percent(blockOf(largest) / largest)}
        height="100%"
      >
        <rect className="cut" width="2" height="100%" />
      </pattern>
      {points.map(({ on, value }, i) => {
        const bar = { y: i * row.height + row.top, width: percent(value / largest), height: row.bar };
        return (
          <g key={on} className={i === points.length - 1 ? "now" : "past"}>
            <text y={i * row.height + row.label}>
              {values[i]?.month}
              <tspan className="val">
                {"\u2002"}
                {values[i]?.amount}
              </tspan>
            </text>
            <rect {...bar} />
            <rect {...bar} x="2" fill="url(#cuts)" />
          </g>
        );
      })}
    </svg>
  );
}
