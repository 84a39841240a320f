import type { ListedUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Moment } from "#app/ui/console/moment.tsx";
import { StageLabel } from "#app/ui/console/stage-label.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Lists the campaign's updates with state, newest first. */
export function UpdateTable({ slug, updates }: { slug: string; updates: readonly ListedUpdate[] }) {
  const { list: say } = useWords().updates;
  const locale = useLocale();
  const { columns } = say;
  return (
    <table className="stick update-list">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th className="wide">{columns.number}</th>
          <th>{columns.subject}</th>
          <th className="state">{columns.state}</th>
          <th className="num">{columns.people}</th>
          <th className="wide">{columns.when}</th>
          <th className="wide">{columns.who}</th>
        </tr>
      </thead>
      <tbody>
        {updates.map((update) => (
          <tr key={update.publicId}>
            <td className="wide muted">{update.number}</td>
            <td>
              <a href={`/organize/c/${slug}/updates/${update.publicId}`}>{update.subject || say.noSubject}</a>
              <span className="narrow small muted">
                <Moment at={update.at} />
              </span>
            </td>
            <td className="state">
              <StageLabel stage={update.stage} />
            </td>
            <td className="num">
              {update.audienceSize === null ? (
                <span className="muted">
                  <span aria-hidden="true">–</span>
                  <span className="vh">{say.notFixed}</span>
                </span>
              ) : (
                formatNumber(locale, update.audienceSize)
              )}
            </td>
            <td className="wide">
              <Moment at={update.at} />
            </td>
            <td className="wide">{update.author ?? <span className="muted">{say.operator}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
