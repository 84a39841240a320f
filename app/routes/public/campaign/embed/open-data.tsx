import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** Lists every open data address. */
export function OpenData({ origin, slug }: { origin: string; slug: string }) {
  const { data } = useWords().embed;
  const to = useLocalizedPath();
  const campaign = `/c/${slug}`;
  const rows = [
    [data.rows.count, `${campaign}/count.json`],
    [data.rows.series, `${campaign}/series.json`],
    [data.rows.seriesCsv, `${campaign}/series.csv`],
    [data.rows.pledges, `${campaign}/pledges.json`],
    [data.rows.letters, `${campaign}/letters.json`],
    [data.rows.updates, to(`${campaign}/updates.atom`)],
    [data.rows.api, "/api/v1/openapi.json"],
  ] as const;
  return (
    <section className="open-data">
      <h2>{data.heading}</h2>
      <p>{data.text}</p>
      <dl className="addresses">
        {rows.map(([what, path]) => (
          <div key={path}>
            <dt>{what}</dt>
            <dd>
              <a href={path}>
                <span className="vh">{origin}</span>
                {path}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small muted gap">{data.five}</p>
    </section>
  );
}
