import type { PackState } from "#app/domain/outgoing/packs/pack.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./action.server.ts";
import type { ListedPack } from "./load.server.ts";
import { PackFigures } from "./pack-figures.tsx";

const classOf: Record<PackState, string> = {
  asked: "kind k-wait",
  "sent-back": "kind k-stop",
  approved: "kind k-good",
  running: "kind k-ink",
  aborted: "kind k-stop",
  made: "kind k-good",
  "handed-over": "kind k-good",
  discarded: "kind k-stop",
  expired: "kind",
};

type PackEntryProps = {
  slug: string;
  pack: ListedPack;
  /** Nobody else could approve what they record. */
  isAlone: boolean;
  mayExport: boolean;
  answer: Answer | undefined;
  /** When this page was made. */
  now: string;
  onFetch: () => void;
};

/** Shows a pack: who requested and approved it, what is next, what was in it. */
export function PackEntry({ slug, pack, isAlone, mayExport, answer, now, onFetch }: PackEntryProps) {
  const { packs: say } = useWords().packs;
  const { state } = pack;
  return (
    <article className="block stack pack" aria-labelledby={`pack-${pack.number}`}>
      <header className="spread">
        <h3 id={`pack-${pack.number}`}>{say.number(pack.number)}</h3>
        <p className={classOf[state]}>{say.states[state]}</p>
      </header>
      <CompanyName of={pack.company} />
      <History pack={pack} />
      {pack.waits && (
        <Approval
          state={pack.waits}
          thing={{ kind: "pack", subject: pack.publicId }}
          fields={{ pack: pack.publicId }}
          asked={{ asked: pack.asked, now }}
          say={{ ...say, own: say.own(pack.waits.others) }}
        />
      )}
      {pack.waits?.approving === "yes" && <p className="hint">{say.approveText}</p>}
      {mayExport && (state === "approved" || state === "aborted") && (
        // Sent by the browser itself, because the answer is a file.
        <form method="post" action={`/organize/c/${slug}/packs/${pack.publicId}.zip`} onSubmit={onFetch}>
          <Button variant="act">{state === "aborted" ? say.fetchAgain : say.fetch}</Button>
          <p className="hint">{say.fetchText}</p>
        </form>
      )}
      {pack.manifest && <PackFigures pack={pack} manifest={pack.manifest} />}
      {state === "made" && pack.gone.letters + pack.gone.signatures > 0 && (
        <p className="warn">{say.goneSince(pack.gone.letters, pack.gone.signatures)}</p>
      )}
      {pack.told && <RecordedHandOver pack={pack} recorded={pack.told} mayExport={mayExport} now={now} />}
      {mayExport && state === "made" && !pack.told && (
        <HandOver pack={pack} answer={answer} isAlone={isAlone} />
      )}
      {mayExport && state === "made" && !pack.told && <Discard pack={pack} />}
    </article>
  );
}

/** A handover that waits: what was recorded, and the approver's button. */
function RecordedHandOver({
  pack,
  recorded,
  mayExport,
  now,
}: {
  pack: ListedPack;
  recorded: NonNullable<ListedPack["told"]>;
  mayExport: boolean;
  now: string;
}) {
  const { packs: say } = useWords().packs;
  const { approval } = say.handOver;
  const at = writeMoment(recorded.handedOverAt);
  return (
    <section className="notice stack">
      <h4>{say.handOver.waits}</h4>
      <p>{say.handedOver(recorded.to, at, recorded.by ?? say.gone)}</p>
      <Approval
        state={recorded.waits}
        intent="approve-hand-over"
        thing={{ kind: "hand-over", subject: pack.publicId }}
        fields={{ pack: pack.publicId, seen: recorded.seen }}
        asked={{ asked: recorded.asked, now }}
        say={{ ...approval, own: approval.own(recorded.waits.others) }}
      />
      {mayExport && (
        <AskedOnce
          intent="take-back-hand-over"
          fields={{ pack: pack.publicId, seen: recorded.seen }}
          {...say.handOver.takeBack}
        />
      )}
    </section>
  );
}

function History({ pack }: { pack: ListedPack }) {
  const { packs: say } = useWords().packs;
  const asker = pack.asker ?? (pack.byOperator ? say.operator : say.gone);
  const approver = pack.approver ?? (pack.approvedAlone ? asker : say.gone);
  const approved = pack.approvedAlone ? say.approvedAlone : say.approvedBy;
  return (
    <ul className="small muted">
      <li>{say.askedBy(asker, writeMoment(pack.askedAt))}</li>
      {pack.approvedAt && <li>{approved(approver, writeMoment(pack.approvedAt))}</li>}
      {pack.state === "aborted" && pack.abortedAt && <li>{say.abortedAt(writeMoment(pack.abortedAt))}</li>}
      {pack.madeAt && <li>{say.madeAt(writeMoment(pack.madeAt))}</li>}
      {pack.discardedAt && (
        <li>{say.discarded(writeMoment(pack.discardedAt), pack.discarder ?? say.gone)}</li>
      )}
      {pack.handedOverAt && (
        <li>
          {say.handedOver(pack.handedOverTo ?? "", writeMoment(pack.handedOverAt), pack.bearer ?? say.gone)}
          {pack.handOverAlone
            ? say.handOver.alone
            : say.handOver.approvedBy(pack.handOverApprover ?? say.operator)}
        </li>
      )}
    </ul>
  );
}

/** Records that a pack goes to nobody, after a first press, since it cannot be undone. */
function Discard({ pack }: { pack: ListedPack }) {
  const { discard: say } = useWords().packs.packs;
  return (
    <details className="asked" open={pack.gone.letters + pack.gone.signatures > 0}>
      <summary>{say.summary}</summary>
      <div>
        <p>{say.text}</p>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="pack" value={pack.publicId} />
          <Button variant="danger" name="intent" value="discard">
            {say.button}
          </Button>
        </Form>
      </div>
    </details>
  );
}

type HandOverProps = { pack: ListedPack; answer: Answer | undefined; isAlone: boolean };

/** Records a handover, after a first press, since it cannot be undone. */
function HandOver({ pack, answer, isAlone }: HandOverProps) {
  const { packs } = useWords().packs;
  const say = packs.handOver;
  const messages = (answer?.errors ?? []).map(({ field, code }) => ({
    field,
    message: packs.errors[code] ?? packs.errors[`${field}-shape`] ?? packs.errors[`${field}-missing`] ?? "",
  }));
  const typed = (field: string) => {
    const value = answer?.values?.[field];
    return typeof value === "string" ? value : "";
  };
  return (
    <details className="asked" open={answer !== undefined}>
      <summary>{say.summary}</summary>
      <div>
        <p>{isAlone ? say.textAlone : say.text}</p>
        <Form method="post" noValidate preventScrollReset>
          <ErrorSummary heading={packs.summary} errors={messages} />
          <input type="hidden" name="pack" value={pack.publicId} />
          <div className="pair">
            <TextInput
              type="date"
              name="day"
              label={say.day}
              error={messageFor(messages, "day")}
              defaultValue={typed("day")}
            />
            <TextInput
              type="time"
              name="time"
              label={say.time}
              error={messageFor(messages, "time")}
              defaultValue={typed("time")}
            />
          </div>
          <TextInput
            name="to"
            label={say.to}
            hint={say.toHint}
            error={messageFor(messages, "to")}
            defaultValue={typed("to")}
            maxLength={300}
          />
          <Button variant="act" name="intent" value="hand-over">
            {say.button}
          </Button>
        </Form>
      </div>
    </details>
  );
}
