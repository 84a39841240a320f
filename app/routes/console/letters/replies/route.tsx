import { z } from "zod";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import { approveReply } from "#app/domain/entries/letters/replies/approve-reply.server.ts";
import { listAnswerable, listReplies } from "#app/domain/entries/letters/replies/list-replies.server.ts";
import { recordReply, removeReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";
import { replyApproval } from "#app/domain/entries/letters/replies/reply-approval.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApprovals } from "#app/domain/team/read-approvals.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { textOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { Recorded, RecordForm } from "./recorded.tsx";

/** Lists the company's answers. `dispatch` in the address chooses the form's letter. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view");
  const { db } = args.context;
  const me = scope.organizerId;
  const search = new URL(args.request.url).searchParams;
  const [listed, dispatches, stateOf] = await Promise.all([
    listReplies(db, campaign.id),
    listAnswerable(db, campaign.id),
    readApprovalStates(db, scope, replyApproval),
  ]);
  const waiting = listed.flatMap((reply) => (reply.approvedAt === null ? [reply.publicId] : []));
  const asked = await readApprovals(db, { campaignId: campaign.id, kind: "reply", subjects: waiting });
  const replies = listed.map((reply) => {
    const waits = reply.approvedAt === null && !reply.isSentBack;
    return {
      ...reply,
      waits: waits ? stateOf([reply.recordedById]) : null,
      asked: asked.get(reply.publicId)?.asked ?? [],
    };
  });
  // A reply that was sent back fills the form again.
  const again = listed.find(({ publicId, isSentBack }) => isSentBack && publicId === search.get("again"));
  return {
    typed: again && {
      again: again.publicId,
      dispatch: again.dispatchPublicId,
      received_on: again.receivedOn,
      from_whom: again.fromWhom,
      text: again.text,
    },
    sentBack: await listSentBack(db, { campaign, organizerId: me, kinds: ["reply"] }),
    slug: campaign.slug,
    replies,
    dispatches,
    done: search.get("done"),
    chosen: search.get("dispatch") ?? "",
    mayWrite: mayDo(campaign, "write"),
    /** What they record is published at once, as nobody else could approve it. */
    isAlone: stateOf([me]).approving === "alone",
    now: new Date().toISOString(),
    today: new Date().toISOString().slice(0, 10),
  };
}

const Again = z.object({ again: z.string().optional() });
const Removal = z.object({ remove: z.uuid() });
const Approval = z.object({ intent: z.literal("approve"), reply: z.uuid() });

type Answer = { errors: FieldError[]; values: TypedValues; undone: string | null };
const again = (answer: Partial<Answer>, status: number) =>
  data<Answer>({ errors: [], values: {}, undone: null, ...answer }, { status });

/** Approves an answer that somebody else recorded, after reauthentication. */
async function approve(args: ActionFunctionArgs, publicId: string) {
  const { campaign, organizer, scope } = await requireCampaign(args, "approve");
  const proof = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
  if (proof) return proof;
  const { db, wakeMail } = args.context;
  const { outcome } = await approveReply(db, { scope, publicId });
  if (outcome !== "approved") return again({ undone: outcome }, 409);
  wakeMail();
  return redirect(`/organize/c/${campaign.slug}/letters/replies?done=approved`, 303);
}

/** Records a reply, publishes one (`approve`), or removes one (`remove`). */
export async function action(args: ActionFunctionArgs) {
  const approval = await parseForm(args.request, Approval);
  if (approval.ok) return approve(args, approval.value.reply);
  const { campaign, organizer, scope } = await requireCampaign(args, "write");
  const { db, wakeMail } = args.context;
  const page = `/organize/c/${campaign.slug}/letters/replies`;
  const removal = await parseForm(args.request, Removal);
  if (removal.ok) {
    // What two people published takes more than a session to remove.
    const asked = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
    if (asked) return asked;
    const { outcome } = await removeReply(db, { scope, publicId: removal.value.remove });
    return outcome === "removed" ? redirect(`${page}?done=removed`, 303) : again({ undone: outcome }, 409);
  }
  const form = await parseForm(args.request, ReplyForm);
  if (!form.ok) return again({ errors: form.errors, values: form.values }, 422);
  const proof = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
  if (proof) return proof;
  const { again: instead } = (await parseForm(args.request, Again)).values;
  const replaced = z.uuid().safeParse(instead).data ?? null;
  const recorded = await recordReply(db, scope, form.value, new Date(), { instead: replaced });
  if (recorded.outcome === "no-dispatch") return again({ undone: "no-dispatch", values: form.values }, 409);
  if (recorded.outcome === "day-impossible") {
    const errors = [{ field: "received_on", code: "day-impossible" }];
    return again({ errors, values: form.values }, 422);
  }
  if (recorded.outcome === "frozen") return again({ undone: "frozen", values: form.values }, 409);
  wakeMail();
  return redirect(`${page}?done=${recorded.waits ? "waits" : "recorded"}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Replies · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Replies() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { replies: say } = useWords().lettersPublic;
  if (answer && "proof" in answer) return <Reauthenticate asked={answer.proof} />;
  const errors = (answer?.errors ?? []).map((error) => ({
    field: error.field,
    message: textOf(error, say.errors) ?? say.errors["not-text"] ?? error.code,
  }));
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <DoneNote done={wordOf(say.done, page.done)} refused={wordOf(say.undone, answer?.undone)} />
      <ErrorSummary heading={say.summary(errors.length)} errors={errors} />
      <SentBackNotes sentBack={page.sentBack} />
      {page.dispatches.length === 0 ? (
        <Blank title={say.noDispatch.title} text={say.noDispatch.text}>
          <ButtonLink href={`/organize/c/${page.slug}/letters/dispatches`}>{say.noDispatch.act}</ButtonLink>
        </Blank>
      ) : (
        <div className="cols even">
          <Recorded replies={page.replies} slug={page.slug} mayWrite={page.mayWrite} now={page.now} />
          {page.mayWrite && (
            <RecordForm
              dispatches={page.dispatches}
              values={answer?.values ?? page.typed ?? { dispatch: page.chosen }}
              errors={errors}
              today={page.today}
              isAlone={page.isAlone}
            />
          )}
        </div>
      )}
    </>
  );
}
