import type { PublicDispatch, PublicMail } from "#app/domain/entries/letters/published/public-letter.ts";
import { formatDate } from "#app/i18n/index.ts";
import { type Companies, nameAmong } from "#app/ui/letters/letter-list.tsx";
import { Replies } from "#app/ui/letters/replies.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type DispatchesProps = { dispatches: readonly PublicDispatch[]; companies: Companies };

/** Lists dispatches that have begun, newest first. */
export function Dispatches({ dispatches, companies }: DispatchesProps) {
  const { dispatches: say } = useWords().lettersPublic;
  return (
    <section>
      <h2>{say.heading}</h2>
      {dispatches.length === 0 && <p>{say.none}</p>}
      <ol className="dispatches">
        {dispatches.map((dispatch) => (
          <Dispatch
            key={dispatch.number}
            dispatch={dispatch}
            company={nameAmong(companies, dispatch.companyId)}
          />
        ))}
      </ol>
    </section>
  );
}

function Dispatch({ dispatch, company }: { dispatch: PublicDispatch; company: string | null }) {
  const { dispatches: say } = useWords().lettersPublic;
  const locale = useLocale();
  const { number, kind, state, recipient, startedOn, letters, names, mails, back, replies } = dispatch;
  const { filed } = dispatch;
  const what = say.kinds[kind](letters + filed.letters, names + filed.names);
  return (
    <li id={`letter-${number}`}>
      <h3>{say.title(number)}</h3>
      <p className="dated">
        <time dateTime={startedOn}>{formatDate(locale, startedOn)}</time>. {say.to(recipient)}
        {company && `, ${company}`}: {what}.
      </p>
      <p>
        {mails.length === 0
          ? say.noMail
          : `${sentence(byState(mails).map(([became, n]) => say.mailsBy(n, say.mailStates[became])))}.`}{" "}
        {say.states[state]} {dispatch.approvedAlone && say.approvedAlone}
      </p>
      {filed.mails > 0 && (
        <p>
          {state === "filed"
            ? say.filedAll
            : say.filed(say.kinds[kind](filed.letters, filed.names), say.kinds[kind](letters, names))}
        </p>
      )}
      {back.letters + back.names > 0 && <p>{say.back(back.letters, back.names)}</p>}
      {replies.length > 0 ? <Replies replies={replies} /> : <p className="muted">{say.noReply}</p>}
      {mails.length > 0 && <Hashes mails={mails} />}
    </li>
  );
}

const sentence = (parts: readonly string[]) => parts.join("; ");

function byState(mails: readonly PublicMail[]) {
  const counts = new Map<PublicMail["state"], number>();
  for (const { state } of mails) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts];
}

/** Hashes printed of one dispatch at most: with letters sent separately it has hundreds of emails. */
const printedAtMost = 12;

function Hashes({ mails }: { mails: readonly PublicMail[] }) {
  const { dispatches: say } = useWords().lettersPublic;
  return (
    <details>
      <summary>{say.hashes}</summary>
      <dl className="hashes">
        {mails.slice(0, printedAtMost).flatMap(({ part, sha256, fileSha256s }) => [
          <div key={part}>
            <dt>{say.mail(part)}</dt>
            <dd>{sha256}</dd>
          </div>,
          ...fileSha256s.map((file, n) => (
            <div key={`${part} ${file}`} className="of-mail">
              <dt>{say.file(n + 1)}</dt>
              <dd>{file}</dd>
            </div>
          )),
        ])}
      </dl>
      {mails.length > printedAtMost && (
        <p className="small muted">{say.moreHashes(mails.length - printedAtMost)}</p>
      )}
    </details>
  );
}
