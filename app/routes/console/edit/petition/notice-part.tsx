import { atMost } from "#app/domain/campaign/wording.ts";
import { formatNumber, locales } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { useFrozen } from "#app/ui/console/frozen.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { wireFields } from "#app/ui/form-state.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./action.server.ts";
import type { PetitionPage } from "./load.server.ts";

type NoticePartProps = { page: PetitionPage; answer: Answer | undefined };
type NoticeOnPage = PetitionPage["notices"][number];

/** Says whether earlier signers are emailed about a text of another meaning, and how far that is. */
export function NoticePart({ page, answer }: NoticePartProps) {
  const { notices: say } = useWords().editing.petition;
  const mayTell = page.tellable !== null && page.mayManage;
  if (page.notices.length === 0 && !mayTell) return null;
  return (
    <section className="block" aria-labelledby="told">
      <h2 id="told">{say.heading}</h2>
      {page.notices.map((notice) => (
        <NoticeText key={notice.publicId} notice={notice} page={page} />
      ))}
      {mayTell && <Tell version={page.tellable ?? 0} answer={answer} />}
    </section>
  );
}

function Tell({ version, answer }: { version: number; answer: Answer | undefined }) {
  const { editing } = useWords();
  const { petition: say } = editing;
  const own = answer?.part === "tell" ? answer : undefined;
  const wire = wireFields({ values: own?.values ?? {}, errors: own?.errors ?? [] }, editing.errors);
  return (
    <Form method="post" noValidate className="keep-form">
      <p>{say.notices.later(version)}</p>
      <input type="hidden" name="version" value={version} />
      <CountedArea {...wire("change", say.change, say.changeHint)} most={atMost.note} rows={3} />
      <p className="act-row">
        <Button name="intent" value="tell">
          {say.notices.tell}
        </Button>
      </p>
    </Form>
  );
}

/** Why its emails would not be sent; names texts that still contain a template's instruction. */
function Unready({ missing }: { missing: NoticeOnPage["unready"] }) {
  const { editing, updates } = useWords();
  const texts = missing.filter((item) => item === "instruction" || item === "title-instruction");
  return (
    <>
      {missing.length > texts.length && <p className="problem">{editing.petition.notices.notReady}</p>}
      {texts.map((item) => (
        <p key={item} className="problem">
          {updates.missing.items[item]}
        </p>
      ))}
    </>
  );
}

function NoticeText({ notice, page }: { notice: NoticeOnPage; page: PetitionPage }) {
  const { petition, page: pageWords } = useWords().editing;
  const { notices: say } = petition;
  const names = pageWords.languageNames;
  const { publicId, version, change, state, askedBy, askedAt, approvedBy, approvedAt, approvedAlone } =
    notice;
  const under = state === "waiting" || state === "sending" || state === "held";
  return (
    <article className="stack measure">
      <h3>{say.of(version)}</h3>
      <blockquote>{change}</blockquote>
      <p className="small muted">
        {say.asked(askedBy, writeMoment(askedAt))}
        {approvedAt && ` ${say.approved(approvedBy, writeMoment(approvedAt), approvedAlone)}`}
      </p>
      <p>
        <b>{notice.isSentBack && state === "waiting" ? say.sentBack : say.states[state]}</b>
      </p>
      {(state === "waiting" || state === "held") && <Unready missing={notice.unready} />}
      {approvedAt && <Figures notice={notice} />}
      <p className="cluster loose small">
        {locales.map((locale) =>
          (["html", "txt"] as const).map((ending) => (
            <a
              key={locale + ending}
              href={`/organize/c/${page.slug}/edit/notices/${publicId}/${locale}.${ending}`}
              target="_blank"
              rel="noreferrer"
            >
              {say.mail[ending](names[locale] ?? locale)}
            </a>
          )),
        )}
      </p>
      <Changed notice={notice} page={page} />
      {notice.isAsked && notice.differs.length === 0 && <Approving notice={notice} page={page} />}
      {under && page.mayManage && (
        <AskedOnce
          intent="cancel-notice"
          fields={{ notice: publicId }}
          summary={say.cancel}
          text={say.cancelText}
          button={say.cancel}
        />
      )}
    </article>
  );
}

/** How the email differs from what was approved or submitted, and what can be done about it. */
function Changed({ notice, page }: { notice: NoticeOnPage; page: PetitionPage }) {
  const { editing, updates } = useWords();
  const { notices: say } = editing.petition;
  const isFrozen = useFrozen();
  const { differs, isAsked, state, publicId } = notice;
  if (state === "cancelled" || state === "sent") return null;
  const fields = { notice: publicId };
  if (differs.length === 0 && notice.isSentBack)
    return page.mayManage ? (
      <ActionButton intent="ask-notice-again" fields={fields}>
        {say.askAgain}
      </ActionButton>
    ) : null;
  if (differs.length === 0)
    return state === "held" && !isAsked && !isFrozen && page.mayManage ? (
      <ActionButton intent="resume-notice" variant="act" fields={fields}>
        {say.resume}
      </ActionButton>
    ) : null;
  return (
    <>
      <p>{isAsked || notice.isSentBack ? updates.differs.sinceAsked : updates.differs.sinceApproved}:</p>
      <ul className="bullets">
        {differs.map((part) => (
          <li key={part}>{updates.differs.parts[part]}</li>
        ))}
      </ul>
      {page.mayManage && state !== "sending" && (
        <ActionButton intent="ask-notice-again" fields={fields}>
          {say.askUpdateApprovalAgain}
        </ActionButton>
      )}
    </>
  );
}

function Approving({ notice, page }: { notice: NoticeOnPage; page: PetitionPage }) {
  const { notices: say } = useWords().editing.petition;
  const { approval, publicId, frame } = notice;
  const waits = say.waitsFor(approval.others);
  return (
    <Approval
      state={approval}
      intent="approve-notice"
      thing={{ kind: "notice", subject: publicId }}
      fields={{ notice: publicId, frame }}
      asked={{ asked: notice.asked, now: page.now }}
      say={{
        approve: say.approve,
        own: waits,
        noRight: waits,
        approverNote: say.approveText,
        alone: { text: say.aloneText, approve: say.approve },
      }}
    />
  );
}

function Figures({ notice: { mails, answers } }: { notice: NoticeOnPage }) {
  const { petition, mailStates } = useWords().editing;
  const { notices: say } = petition;
  const locale = useLocale();
  const all = Object.values(mails).reduce((sum, n) => sum + n, 0);
  const waiting = (mails.queued ?? 0) + (mails.claimed ?? 0);
  const rows = Object.entries(mails).map(([state, n]) => [mailStates[state] ?? state, n] as const);
  const decided = Object.entries(answers).map(([answer, n]) => [say.answers[answer] ?? answer, n] as const);
  const line = ([label, n]: readonly [string, number]) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td className="num">{formatNumber(locale, n)}</td>
    </tr>
  );
  return (
    <>
      <p>{say.progress(all - waiting, all)}</p>
      {all > 0 && <progress value={all - waiting} max={all} aria-label={say.heading} />}
      {all > 0 && (
        <div className="cols even gap">
          <table>
            <caption>{say.mails}</caption>
            <tbody>{rows.map(line)}</tbody>
          </table>
          {decided.length > 0 && (
            <table>
              <caption>{say.decided}</caption>
              <tbody>{decided.map(line)}</tbody>
            </table>
          )}
        </div>
      )}
    </>
  );
}
