import { z } from "zod";
import type { Approving } from "#app/domain/access/approving.ts";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import {
  approveClosing,
  askClosing,
  withdrawClosing,
} from "#app/domain/campaign/closing/ask-closing.server.ts";
import { reopenCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { closingApproval } from "#app/domain/campaign/closing/closing-approval.ts";
import { previewClosing, readClosing } from "#app/domain/campaign/closing/read-closing.server.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import { monthsAfterClosing } from "#app/domain/upkeep/retention/retention.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { formatDate, words } from "#app/i18n/index.ts";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { AskedWhom } from "#app/ui/console/asked-whom.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SendBackLink, SentBackNotes } from "#app/ui/console/send-back.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { DueTable } from "./due-table.tsx";
import { Open } from "./open.tsx";

/** Loads the state of the campaign's closing. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const closing = await readClosing(args.context.db, campaign.id);
  const stateOf = await readApprovalStates(args.context.db, scope, closingApproval);
  const subject = closing.asked?.subject;
  const approval = subject
    ? await readApproval(args.context.db, { campaignId: campaign.id, kind: "closing", subject })
    : null;
  return {
    ...closing,
    me: scope.organizerId,
    sentBack: await listSentBack(args.context.db, {
      campaign,
      organizerId: scope.organizerId,
      kinds: ["closing"],
    }),
    ...stateOf([closing.asked?.by?.id]),
    asking: { asked: approval?.asked ?? [], now: new Date().toISOString() },
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/**
 * Handles the closing form. Request, approval and reopening need reauthentication; dry run and withdrawal do
 * not.
 */
export async function action(args: ActionFunctionArgs) {
  const { organizer, campaign, on } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, Fields);
  if (!form.ok) {
    const refused = form.errors.some(({ field }) => field === "months") ? "months" : "unreadable";
    return data({ refused, months: form.values.months }, { status: 422 });
  }
  const { intent, months = monthsAfterClosing.usual } = form.value;
  const { db } = args.context;
  if (intent === "try") return { tried: await previewClosing(db, campaign.id, months) };

  if (intent !== "withdraw") {
    const asked = await reauthenticate(args, organizer, { kind: "close", campaignId: campaign.id });
    if (asked) return asked;
  }
  const acts = {
    ask: () => askClosing(db, { ...on, months }),
    approve: () => approveClosing(db, { ...on, months }),
    withdraw: () => withdrawClosing(db, on),
    reopen: () => reopenCampaign(db, { campaignSlug: campaign.slug, actor: on.actor }),
  };
  const { outcome } = await acts[intent]();
  if (outcome === "gone" || outcome === "unknown-campaign") throw notFound();
  const done = ["asked", "closed", "withdrawn", "reopened"].includes(outcome);
  if (!done) return data({ refused: outcome as string, months: undefined }, { status: 409 });
  return redirect(`/organize/c/${campaign.slug}/close?done=${outcome}`, 303);
}

export const meta: MetaFunction = () => [{ title: words("en").closing.meta }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Close() {
  const { status, asked, closed, me, others, approving, asking, approvesFrom, done, sentBack } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { closing: say } = useWords();
  if (answer && "proof" in answer) return <Reauthenticate asked={answer.proof} />;
  const refused = answer && "refused" in answer ? answer.refused : null;
  const tried = answer && "tried" in answer ? answer.tried : null;
  const typed = answer && "months" in answer ? answer.months : undefined;
  return (
    <>
      <DoneNote done={answer ? undefined : wordOf(say.done, done)} refused={wordOf(say.refused, refused)} />
      <PageHead title={say.title} text={say.text} />
      <SentBackNotes sentBack={sentBack} />
      {status === "draft" && <Blank title={say.draft.title} text={say.draft.text} />}
      {closed && <Closed closed={closed} />}
      {asked && status === "open" && (
        <Asked
          asked={asked}
          me={me}
          others={others}
          approving={approving}
          asking={asking}
          approvesFrom={approvesFrom}
        />
      )}
      {!asked && status === "open" && <Open tried={tried} typed={typed} others={others} />}
    </>
  );
}

type AskedProps = {
  asked: {
    subject: string;
    by: { id: string; name: string } | null;
    at: string;
    months: number;
    due: Record<string, number>;
  };
  me: string;
  others: readonly string[];
  approving: Approving;
  /** Who was asked by email, and when this page was made. */
  asking: { asked: AskedApproval["asked"]; now: string };
  /** When the reader may approve, in ISO 8601, if they may not yet. */
  approvesFrom: string | null;
};

/** Shows what waits for a second person, or for the asker where there is none. */
function Asked({ asked, me, others, approving, asking, approvesFrom }: AskedProps) {
  const { closing, approving: why } = useWords();
  const { asked: say } = closing;
  const own = asked.by?.id === me;
  const mayApprove = approving === "yes" || approving === "alone";
  const waits =
    approving === "new" || approving === "lost"
      ? why[approving](writeMoment(approvesFrom ?? ""))
      : approving === "newcomer"
        ? why.newcomer
        : say.others(others);
  return (
    <section className="sheet">
      <h2>{own && mayApprove ? say.titleAlone : say.title}</h2>
      <p>{say.by(asked.by?.name ?? say.somebody, writeMoment(asked.at), asked.months)}</p>
      <p className="gap">{say.heldThen}</p>
      <DueTable due={asked.due} />
      <p>{mayApprove ? say.approveText : waits}</p>
      {approving === "yes" && <SendBackLink thing={{ kind: "closing", subject: asked.subject }} />}
      <AskedWhom {...asking} />
      <div className="acts">
        {mayApprove && (
          <ActionButton intent="approve" variant="act" fields={{ months: asked.months }}>
            {approving === "alone" ? say.approveAlone : say.approve}
          </ActionButton>
        )}
        <ActionButton intent="withdraw">{own ? say.withdraw : say.object}</ActionButton>
      </div>
    </section>
  );
}

type ClosedProps = {
  closed: {
    at: string;
    erasesOn: string;
    askedBy: string | null;
    approvedBy: string | null;
    alone: boolean;
    erasingSince: string | null;
    erasedAt: string | null;
    counts: Record<string, number>;
  };
};

/**
 * Shows since when a campaign is closed, by whom, and what is erased when. Reopening is possible until then.
 */
function Closed({ closed }: ClosedProps) {
  const { closed: say } = useWords().closing;
  const locale = useLocale();
  const day = (at: string) => formatDate(locale, at);
  const { askedBy, approvedBy, alone, erasingSince, erasedAt, erasesOn, counts } = closed;
  return (
    <section className="sheet">
      <h2>{say.title(day(closed.at))}</h2>
      <p>{say.who(askedBy, approvedBy, alone)}</p>
      <p className="gap">
        {erasedAt ? say.erased(day(erasedAt)) : erasingSince ? say.erasing : say.erases(day(erasesOn))}
      </p>
      {Object.keys(counts).length > 0 && (
        <>
          <h3>{say.counts}</h3>
          <DueTable due={counts} />
        </>
      )}
      {!erasingSince && (
        <>
          <h3>{say.before}</h3>
          <p>{say.beforeText}</p>
          <AskedOnce
            intent="reopen"
            variant="act"
            summary={say.reopen}
            text={say.reopenText}
            button={say.reopenButton}
          />
        </>
      )}
    </section>
  );
}

const Fields = z.object({
  intent: z.enum(["try", "ask", "approve", "withdraw", "reopen"]),
  months: z.coerce.number().int().min(1).max(monthsAfterClosing.atMost).optional(),
});
