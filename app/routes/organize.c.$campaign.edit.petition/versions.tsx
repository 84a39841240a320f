import { formatNumber } from "#app/i18n/index.ts";
import { Moment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { PetitionPage } from "./route.tsx";

/** Every text there was: what it means, what became of earlier signers, and how many signed it. */
export function Versions({ versions }: { versions: PetitionPage["versions"] }) {
  const { petition: say } = useWords().editing;
  const locale = useLocale();
  if (versions.length === 0) return null;
  return (
    <section className="edit-part" aria-labelledby="versions">
      <h2 id="versions">{say.versions}</h2>
      <table>
        <caption className="vh">{say.versions}</caption>
        <thead>
          <tr>
            <th>{say.columns.version}</th>
            <th>{say.columns.published}</th>
            <th>{say.columns.meaning}</th>
            <th className="num">{say.columns.signed}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, publishedAt, sameMeaningAs, note, earlierSigners, signatures }) => (
            <tr key={version}>
              <td>{version}</td>
              <td>
                <Moment at={publishedAt} />
              </td>
              <td>
                {sameMeaningAs === null
                  ? version === 1
                    ? say.ownFirst
                    : say.own
                  : say.sameAs(sameMeaningAs)}
                {earlierSigners && <>; {say.earlierWas[earlierSigners]}</>}
                {note && <p className="small muted">{note}</p>}
              </td>
              <td className="num">{formatNumber(locale, signatures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted gap">{say.exports}</p>
    </section>
  );
}
