import { formatDate } from "#app/i18n/index.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Cross } from "#app/ui/wordmark.tsx";
import type { DispatchPage } from "./load.server.ts";

/** Shows the campaign's letter on its sheet, with the two lines to sign on. */
export function Sheet({ page }: { page: DispatchPage }) {
  const { dispatches: words } = useWords().letterConsole;
  const { sheet: say } = words;
  const locale = useLocale();
  const { dispatch, reads, sheet, now } = page;
  const { sender } = sheet;
  const name = words.name(dispatch.kind, dispatch.number);
  const address = sender.postalAddress?.split("\n").filter((line) => line.trim() !== "") ?? [];
  const missing = sender.operator === null && address.length === 0;
  return (
    <>
      <article className="letter-sheet campaign-sheet" aria-label={say.label(name)}>
        <div className="spread border-b-1 border-ink pb-3 text-[0.9375rem]">
          <div className="grid self-start">
            <b>{sender.operator ?? sender.title}</b>
            {address.map((line) => (
              <span key={line}>{line}</span>
            ))}
            {missing && <span className="muted">{say.noSender}</span>}
          </div>
          <div className="grid self-start">
            <span>{formatDate(locale, dispatch.startedAt ?? now)}</span>
            <span>{name}</span>
          </div>
        </div>
        <p>{say.to(dispatch.recipientName ?? dispatch.recipient.name)}</p>
        <p lang={dispatch.locale}>
          <b>{reads.subject}</b>
        </p>
        {dispatch.kind === "individual" && <p className="covered">{say.letterHere}</p>}
        <p className="plain-text" lang={dispatch.locale}>
          {reads.body}
        </p>
        <div className="signs">
          <Sign {...submitterOf(dispatch)} missing={say.signs.firstMissing} line={say.signs.submitter} />
          <Sign
            {...approverOf(dispatch)}
            missing={say.signs.secondMissing}
            line={dispatch.approvedAlone ? say.signs.alone : say.signs.approver}
          />
        </div>
        <p className="sheet-foot">
          {dispatch.approvedSha256 ? (
            <>
              {say.page}{" "}
              <span className="hash">{dispatch.approvedSha256.replace(/(.{8})/g, "$1 ").trim()}</span>
            </>
          ) : (
            say.notApproved
          )}
        </p>
      </article>
      {dispatch.stage !== "filed" && (
        <p className="hint gap">{dispatch.startedAt ? say.countsThen : say.countsNow(writeMoment(now))}</p>
      )}
    </>
  );
}

type Signed = { at: string | null; name: string | null };
const submitterOf = ({ submittedAt: at, submitter }: DispatchPage["dispatch"]): Signed => ({
  at,
  name: submitter?.name ?? null,
});
const approverOf = ({ approvedAt: at, approver }: DispatchPage["dispatch"]): Signed => ({
  at,
  name: approver?.name ?? null,
});

function Sign({ at, name, missing, line }: Signed & { missing: string; line: (at: string) => string }) {
  const { signs: say } = useWords().letterConsole.dispatches.sheet;
  const who = name ?? say.operator;
  return (
    <div>
      <Cross />
      {at === null ? (
        <span className="muted">{missing}</span>
      ) : (
        <>
          <i className="hand" aria-hidden="true">
            {who}
          </i>
          <span>{name === null ? who : `${who}, ${say.role}`}</span>
          <span className="muted">{line(writeMoment(at))}</span>
        </>
      )}
    </div>
  );
}
