import type { ListedDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { DispatchStageLabel } from "#app/ui/console/dispatch-stage.tsx";
import { Moment } from "#app/ui/console/moment.tsx";
import { ShortHash } from "#app/ui/console/short-hash.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

type DispatchTableProps = { slug: string; dispatches: readonly ListedDispatch[] };

/** Lists dispatches with state and what came back, newest first. */
export function DispatchTable({ slug, dispatches }: DispatchTableProps) {
  const { list: say } = useWords().letterConsole.dispatches;
  const locale = useLocale();
  const { columns } = say;
  const gone = dispatches.filter(isUnderWay);
  const anyFiled = gone.some(({ filed }) => filed.mails > 0);
  const sum = (count: "letters" | "names") =>
    formatNumber(
      locale,
      gone.reduce((all, dispatch) => all + dispatch[count] - dispatch.filed[count], 0),
    );
  return (
    <table className="dispatch-rows">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th className="no">{columns.number}</th>
          <th>{columns.kind}</th>
          <th className="num">{columns.letters}</th>
          <th className="num wide">{columns.names}</th>
          <th className="state">{columns.state}</th>
          <th className="wide hash-cell">{columns.hash}</th>
          <th className="wide">{columns.answers}</th>
        </tr>
      </thead>
      <tbody>
        {dispatches.map((dispatch) => (
          <DispatchRow key={dispatch.publicId} slug={slug} dispatch={dispatch} />
        ))}
      </tbody>
      {gone.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {anyFiled ? say.sumSent : say.sum}
            </th>
            <td className="num" data-label={columns.letters}>
              {sum("letters")}
            </td>
            <td className="num wide">{sum("names")}</td>
            <td />
            <td className="wide" />
            <td className="wide" />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** It has begun and was not canceled. */
const isUnderWay = ({ stage }: ListedDispatch) =>
  stage === "sent" || stage === "filed" || stage === "sending" || stage === "paused";

function DispatchRow({ slug, dispatch }: { slug: string; dispatch: ListedDispatch }) {
  const { dispatches: words } = useWords().letterConsole;
  const { list: say } = words;
  const locale = useLocale();
  const { publicId, number, kind, letters, names, stage, at, recipient, approvedSha256 } = dispatch;
  const notFixed = stage === "draft" && kind === "consolidated";
  return (
    <tr>
      <td className="no muted">{number}</td>
      <th scope="row">
        <Link to={`/organize/c/${slug}/letters/dispatches/${publicId}`} className="name">
          {words.kinds[kind]}
        </Link>
        <span className="small muted beneath">
          {recipient}, <Moment at={at} />
        </span>
      </th>
      <td className="num" data-label={say.columns.letters}>
        {notFixed ? "–" : formatNumber(locale, letters)}
      </td>
      <td className="num wide">{notFixed ? "–" : formatNumber(locale, names)}</td>
      <td className="state">
        <DispatchStageLabel stage={stage} />
        {stage !== "filed" && dispatch.filed.mails > 0 && (
          <span className="kind beneath">{say.filed(dispatch.filed.mails)}</span>
        )}
        {dispatch.unknown > 0 && <span className="kind k-wait beneath">{say.asks(dispatch.unknown)}</span>}
        {dispatch.bounced > 0 && (
          <span className="kind k-stop beneath">{say.cameBack(dispatch.bounced)}</span>
        )}
      </td>
      <td className="wide hash-cell">
        {approvedSha256 ? <ShortHash sha256={approvedSha256} /> : <span className="muted">{say.notYet}</span>}
      </td>
      <td className="wide">{isUnderWay(dispatch) ? say.answers(dispatch.replies) : ""}</td>
    </tr>
  );
}
