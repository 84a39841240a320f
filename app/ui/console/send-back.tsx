import type { ApprovalKind, OpenSentBack, SentBack } from "#app/domain/approvals/approval.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useParams } from "#app/ui/remix.ts";
import { writeMoment } from "./moment.tsx";

type Named = { kind: ApprovalKind; subject: string };

/** Returns the console page where something is sent back, and where its author reads why. */
export const approvalAddress = (campaign: string, { kind, subject }: Named) =>
  `/organize/c/${campaign}/approvals/${kind}/${subject}`;

/** Links an approver to the form that sends something back to its author. */
export function SendBackLink({ thing }: { thing: Named }) {
  const { sendBack: say } = useWords().approvals;
  const { campaign = "" } = useParams();
  return (
    <p>
      <Link to={approvalAddress(campaign, thing)}>{say.summary}</Link>
    </p>
  );
}

type Answered = {
  errors?: readonly { field: string; code: string }[] | undefined;
  values?: Readonly<Record<string, unknown>> | undefined;
};

/** Sends something back to its author, with the reason. */
export function SendBackForm({ answer }: { answer: Answered | undefined }) {
  const { sendBack: say } = useWords().approvals;
  const errors = (answer?.errors ?? [])
    .filter(({ field }) => field === "reason")
    .map(({ field, code }) => ({ field, message: say.errors[code] ?? say.errors["reason-missing"] ?? code }));
  const typed = answer?.values?.reason;
  return (
    <Form method="post" noValidate className="stack max-w-[68ch]">
      <ErrorSummary heading={say.problem} errors={errors} />
      <TextArea
        name="reason"
        label={say.label}
        hint={say.hint}
        error={messageFor(errors, "reason")}
        defaultValue={typeof typed === "string" ? typed : ""}
        rows={5}
        required
      />
      <Button variant="act" name="intent" value="send-back">
        {say.button}
      </Button>
    </Form>
  );
}

type SentBackNoteProps = {
  sentBack: SentBack | null;
  /** What was sent back, if the page is about more than that. */
  heading?: string;
  /** For its author's button, until somebody has dealt with it. */
  settle?: Named & { request: number };
};

/** Says why something was sent back, by whom and when. */
export function SentBackNote({ sentBack, heading, settle }: SentBackNoteProps) {
  const { sentBack: say } = useWords().approvals;
  const { campaign = "" } = useParams();
  if (!sentBack) return null;
  return (
    <section className="notice mb-6 max-w-[68ch]">
      <h2>{heading ?? say.heading}</h2>
      <p dir="auto" className="plain-text">
        {sentBack.reason ?? say.noReason}
      </p>
      <p className="small muted">{say.by(sentBack.by, writeMoment(sentBack.at))}</p>
      {settle && (
        <Form method="post" action={approvalAddress(campaign, settle)} className="gap">
          <input type="hidden" name="request" value={settle.request} />
          <Button name="intent" value="settle">
            {say.done}
          </Button>
          <p className="hint">{say.doneText}</p>
        </Form>
      )}
    </section>
  );
}

/** Lists what was sent back and not yet dealt with. */
export function SentBackNotes({ sentBack }: { sentBack: readonly OpenSentBack[] }) {
  const { sentBack: say, thing } = useWords().approvals;
  return sentBack.map((one) => (
    <SentBackNote
      key={one.request}
      sentBack={one}
      heading={say.of(thing(one.kind, one.number))}
      {...(one.isMine && { settle: one })}
    />
  ));
}
