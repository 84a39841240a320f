import { ActionButton } from "#app/ui/console/action-button.tsx";
import { Approval, CannotOpen } from "#app/ui/console/approval.tsx";
import { CheckList } from "#app/ui/console/check-list.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { SendBackLink } from "#app/ui/console/send-back.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { DispatchPage } from "./load.server.ts";

/** Shows who approved and who is missing, with the reader's buttons. */
export function Decision({ page }: { page: DispatchPage }) {
  const { dispatches: words } = useWords().letterConsole;
  const { decision: say } = words;
  const { dispatch, approval, rights, me } = page;
  const { approving, others, deadlock } = approval;
  const submitted = dispatch.stage === "submitted";
  const isUnchanged = dispatch.differs.length === 0;
  const takeBack = rights.write && <ActionButton intent="take-back">{say.takeBack}</ActionButton>;
  const submitter = dispatch.submitter?.name ?? words.hands.operator;
  return (
    <section className="letter-part decision" aria-labelledby="decision">
      <h2 id="decision">{submitted ? say.missing : say.submit}</h2>
      <CheckList
        checks={[
          submitted
            ? { ok: true, text: `${submitter}, ${writeMoment(dispatch.submittedAt ?? "")}` }
            : { ok: false, text: words.sheet.signs.firstMissing },
          { ok: false, text: submitted && approving === "yes" && isUnchanged ? say.you(me) : say.waitsFor },
        ]}
      />
      {!(submitted && isUnchanged) && <CannotOpen state={approval} />}
      {submitted && (
        <div className="decision-acts">
          {isUnchanged && (
            <Approval
              state={approval}
              fields={{ version: dispatch.version, frame: dispatch.frame }}
              thing={{ kind: "dispatch", subject: dispatch.publicId }}
              asked={page}
              say={{
                ...say,
                approve: say.approve(dispatch.kind, dispatch.number),
                own: deadlock ? say.deadlock : say.own(others),
              }}
            />
          )}
          {approving === "yes"
            ? !isUnchanged && <SendBackLink thing={{ kind: "dispatch", subject: dispatch.publicId }} />
            : takeBack}
        </div>
      )}
      <p className="small muted">{say.text}</p>
      <Office page={page} />
    </section>
  );
}

function Office({ page: { dispatch, slug } }: { page: DispatchPage }) {
  const { office: say } = useWords().letterConsole.dispatches.decision;
  const { recipient, recipientName, recipientEmail } = dispatch;
  const { name, email, isVerified, isRetired, publicId } = recipient;
  const isOther = recipientEmail !== null && (recipientEmail !== email || recipientName !== name);
  const text = isOther
    ? say.changed(`${recipientName}, ${recipientEmail}`)
    : isRetired
      ? say.retired(name)
      : isVerified
        ? say.verified(name, email)
        : say.unverified(name, email);
  return (
    <p className={isVerified && !isOther && !isRetired ? "office-note" : "office-note office-warns"}>
      {text} <Link to={`/organize/c/${slug}/letters/recipients/${publicId}`}>{say.open}</Link>
    </p>
  );
}
