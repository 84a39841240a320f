import { formatNumber } from "#app/i18n/index.ts";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { PetitionPage } from "./load.server.ts";

/** Lists each petition text: its meaning, its signers and their number, and a button to restore it. */
export function Versions({ page: { versions, inForce, proposal, mayManage } }: { page: PetitionPage }) {
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
          {versions.map(({ version, sameMeaningAs, note, earlierSigners, signatures, ...one }) => (
            <tr key={version}>
              <td>{version}</td>
              <td>
                <Moment at={one.publishedAt} />
                {one.inForceAgainAt && (
                  <p className="small muted">{say.again(writeMoment(one.inForceAgainAt))}</p>
                )}
              </td>
              <td>
                {sameMeaningAs === null
                  ? version === 1
                    ? say.ownFirst
                    : say.own
                  : say.sameAs(sameMeaningAs)}
                {one.forecast
                  ? signatures > 0 && <>; {say.isApart}</>
                  : earlierSigners && <>; {say.earlierWas[earlierSigners]}</>}
                {note && <p className="small muted">{note}</p>}
                {version === inForce?.version && <p className="small">{say.isInForce}</p>}
              </td>
              <td className="num">{formatNumber(locale, signatures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayManage &&
        !proposal &&
        versions.map(
          ({ version, forecast, isBack }) =>
            isBack && (
              <AskedOnce
                key={version}
                intent="return"
                variant="plain"
                fields={{ version }}
                summary={say.back.summary(version)}
                text={forecast ? say.back.text(forecast) : say.back.same}
                button={say.proposal.ask}
              />
            ),
        )}
      <p className="small muted gap">{say.exports}</p>
    </section>
  );
}
