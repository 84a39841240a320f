import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { countryName, formatDate, formatNumber, languageName } from "#app/i18n/index.ts";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Deadlines } from "./deadlines.tsx";
import { DataTable, Drawing } from "./pictures/drawing.tsx";
import { Voices } from "./voices.tsx";

/** Shows who signs: by day, in their own words, and the last who show their name. */
export function WhoSigns(page: CasePageData) {
  const { who, reasons } = useWords().case;
  const locale = useLocale();
  const to = useLocalizedPath();
  const { campaign, counts, series, latest, deadlines } = page;
  const week = series.reduce((sum, { n, isWeek }) => sum + (isWeek ? n : 0), 0);
  const path = `/c/${campaign.slug}`;
  return (
    <>
      <p className="fact">
        {who.fact(
          formatNumber(locale, counts.signatures),
          counts.signatures,
          formatNumber(locale, week),
          week,
        )}
      </p>
      {series.length > 1 && <Daily series={series} week={week} />}
      <Deadlines deadlines={deadlines.filter(({ kind }) => kind === "handover")} />
      {page.reasons.length > 0 && (
        <>
          <Voices reasons={page.reasons} />
          <p className="small">
            <a href={to(`${path}/voices`)}>{reasons.all}</a>
          </p>
        </>
      )}
      {latest.length > 0 && (
        <div className="latest">
          <h3>{who.latest}</h3>{" "}
          <ul>
            {latest.map(({ publicId, name, country }) => (
              <li key={publicId}>
                <bdi>{name}</bdi>, {countryName(locale, country)}
              </li>
            ))}
          </ul>{" "}
          <a href={to(`${path}/signers`)}>{who.all}</a>
        </div>
      )}
      <LatestUpdate {...page} />
    </>
  );
}

const dayOf = (day: string) => Date.parse(day) / 86_400_000;

/** One bar a day; days with few people are drawn together, so that nobody can be told apart. */
function Daily({ series, week }: { series: CasePageData["series"]; week: number }) {
  const { who } = useWords().case;
  const locale = useLocale();
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return null;
  const from = dayOf(first.from);
  const bars = series.map(({ n, ...one }) => {
    const days = dayOf(one.to) - dayOf(one.from) + 1;
    return { ...one, n, x: (dayOf(one.from) - from) * 5, width: days * 5 - 1.6, aDay: n / days };
  });
  const most = bars.reduce((one, other) => (other.aDay > one.aDay ? other : one));
  const heightOf = (aDay: number) => Math.round((aDay / most.aDay) * 640) / 10;
  const path = (isWeek: boolean) =>
    bars
      .filter((one) => one.isWeek === isWeek)
      .map(({ x, width, aDay }) => `M${x} 64v-${heightOf(aDay)}h${Math.round(width * 10) / 10}V64z`)
      .join("");
  const digits = (n: number) => formatNumber(locale, Math.round(n));
  const date = (day: string) => formatDate(locale, day);
  return (
    <>
      <figure className="daily">
        <Drawing
          id="daily"
          className="spark"
          viewBox={`0 0 ${(dayOf(last.to) - from + 1) * 5 - 1.6} 64`}
          preserveAspectRatio="none"
          title={who.byDay}
          desc={who.byDayText(date(first.from), date(last.to), digits(most.aDay), date(most.from))}
        >
          <path className="was" d={path(false)} />
          <path d={path(true)} />
        </Drawing>
        <p className="ends">
          <span>{date(first.from)}</span>
          <b>{who.week(digits(week))}</b>
        </p>
      </figure>
      <DataTable
        of={who.byWeek}
        head={[who.until, who.signatures]}
        rows={byWeek(series).map(({ to, n }) => [date(to), digits(n)])}
      />
    </>
  );
}

/** Sums periods to at least a week. */
function byWeek(series: CasePageData["series"]): { to: string; n: number }[] {
  const weeks: { from: string; to: string; n: number }[] = [];
  for (const { from, to, n } of series) {
    const week = weeks.at(-1);
    if (week && dayOf(to) - dayOf(week.from) < 7) Object.assign(week, { to, n: week.n + n });
    else weeks.push({ from, to, n });
  }
  return weeks;
}

function LatestUpdate({ campaign, latestUpdate: update }: CasePageData) {
  const { archive } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  if (!update) return null;
  return (
    <p className="latest" id="updates">
      {archive.latest(formatDate(locale, update.startedAt))}{" "}
      <a href={to(`/c/${campaign.slug}/updates/${update.number}`)} lang={update.locale}>
        {update.subject}
      </a>
      {update.locale !== locale && ` (${archive.inLanguage(languageName(locale, update.locale))})`}
      {". "}
      <a href={to(`/c/${campaign.slug}/updates`)}>{archive.all}</a>
    </p>
  );
}
