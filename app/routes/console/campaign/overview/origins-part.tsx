import { Fragment } from "react";
import { cellAtLeast } from "#app/domain/activity/measure.ts";
import type { Origins } from "#app/domain/activity/read-origins.server.ts";
import { countryName } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { OverviewData } from "./dashboard.ts";
import { Bar, Part } from "./part.tsx";

type PartOf = { board: OverviewData; small: boolean };

/** Counts by a link's named source. */
export function SourcesPart({ board: { sources, visits }, small }: PartOf) {
  const { origins: say } = useWords().dashboard;
  const [top] = sources.listed.filter(({ value }) => value !== "");
  const title = top && sources.total > 0 ? say.sourcesTop(top.value, top.n / sources.total) : say.sources;
  return (
    <Part id="sources" title={title}>
      <OriginTable
        origins={sources}
        first={say.columns.source}
        count={say.columns.n}
        nameOf={(value) => value || say.direct}
      />
      <p className="small muted">
        {say.note} {!small && say.small(cellAtLeast)}
      </p>
      {visits.total > 0 && (
        <>
          <h3>{say.visits}</h3>
          <OriginTable
            origins={visits}
            first={say.columns.visitSource}
            count={say.columns.visits}
            nameOf={(value) => value}
          />
        </>
      )}
    </Part>
  );
}

/** Counts signatures and visits by the site in the browser's Referer. */
export function SitesPart({ board: { sites, hosts } }: PartOf) {
  const { origins: say } = useWords().dashboard;
  const tables = [
    { title: say.sitesOfSigners, origins: sites, count: say.columns.n },
    { title: say.sitesOfVisits, origins: hosts, count: say.columns.visits },
  ];
  const [top] = sites.listed;
  return (
    <Part id="sites" title={top ? say.sitesTop(top.value, top.n / sites.total) : say.sites}>
      {tables.map(({ title, origins, count }) => (
        <Fragment key={title}>
          <h3>{title}</h3>
          <OriginTable origins={origins} first={say.columns.host} count={count} nameOf={(host) => host} />
        </Fragment>
      ))}
      <p className="small muted">{say.hostNote}</p>
    </Part>
  );
}

/** Counts by the country signers chose. */
export function CountriesPart({ board: { countries } }: PartOf) {
  const { origins: say } = useWords().dashboard;
  const locale = useLocale();
  const [top] = countries.listed;
  const title =
    top && countries.total > 0
      ? say.countriesTop(countryName(locale, top.value), top.n / countries.total)
      : say.countries;
  return (
    <Part id="countries" title={title}>
      <OriginTable
        origins={countries}
        first={say.columns.country}
        count={say.columns.n}
        nameOf={(value) => countryName(locale, value)}
      />
    </Part>
  );
}

type OriginTableProps = { origins: Origins; first: string; count: string; nameOf: (value: string) => string };

function OriginTable({ origins: { listed, others, total }, first, count, nameOf }: OriginTableProps) {
  const { origins: say, share, none, digits } = useWords().dashboard;
  if (total === 0) return <p className="muted">{say.none}</p>;
  const most = Math.max(1, ...listed.map(({ n }) => n), others?.n ?? 0);
  const compares = listed.some(({ before }) => before !== null);
  return (
    <table className="barred">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" className="num">
            {count}
          </th>
          <th scope="col" className="num">
            {say.columns.part}
          </th>
          {compares && (
            <th scope="col" className="num">
              {say.columns.against}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {listed.map(({ value, n, before }) => (
          <tr key={value}>
            <th scope="row">
              {nameOf(value)}
              <Bar part={n / most} />
            </th>
            <td className="num">{digits(n)}</td>
            <td className="num muted">{share(n / total)}</td>
            {compares && (
              <td className="num">
                {before === null ? none : before > 0 ? say.against(n, before) : say.fresh}
              </td>
            )}
          </tr>
        ))}
        {others && (
          <tr>
            <th scope="row" className="muted">
              {say.others(others.values)}
              <Bar part={others.n / most} />
            </th>
            <td className="num">{digits(others.n)}</td>
            <td className="num muted">{share(others.n / total)}</td>
            {compares && <td className="num muted">{none}</td>}
          </tr>
        )}
      </tbody>
    </table>
  );
}
