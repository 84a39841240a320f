import { z } from "zod";
import {
  type ApprovalKind,
  approvalKinds,
  approvalPage,
  SendBackForm,
} from "#app/domain/approvals/approval.ts";
import { listSentBack, resolveSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { findApprovalOf } from "#app/domain/team/list-waiting.server.ts";
import { portOf } from "#app/domain/team/ports.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, unlessGone } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { approvalAddress, SendBackForm as Form, SentBackNote } from "#app/ui/console/send-back.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";

/** Reads the address's kind and id. 404 if nothing can have them. */
function requireThing(params: { kind?: string | undefined; subject?: string | undefined }) {
  const kind = approvalKinds.find((one): one is ApprovalKind => one === params.kind);
  const subject = z.uuid().safeParse(params.subject);
  if (!kind || !subject.success) throw notFound();
  return { kind, subject: subject.data };
}

/** Loads what waits for an approval, to send it back; or what was sent back, with the reason. */
export async function loader(args: LoaderFunctionArgs) {
  const thing = requireThing(args.params);
  const { campaign, scope } = await requireCampaign(args, portOf(thing.kind).opens);
  const { db } = args.context;
  const who = { campaign, organizerId: scope.organizerId };
  const waiting = await findApprovalOf(db, who, thing);
  const { sentBack } = await readApproval(db, { campaignId: campaign.id, ...thing });
  if (!waiting && !sentBack) throw notFound();
  const open = await listSentBack(db, { ...who, kinds: [thing.kind] });
  const number = waiting?.number ?? sentBack?.number ?? null;
  return {
    ...thing,
    number,
    approving: waiting?.approving ?? null,
    sentBack: waiting ? null : sentBack,
    mine: open.find(({ subject, isMine }) => isMine && subject === thing.subject)?.request ?? null,
    page: approvalPage(campaign.slug, { ...thing, number }),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

const Settle = z.object({ request: z.coerce.number().int().positive() });

/** Sends something back (`send-back`), or records that its author has dealt with that (`settle`). */
export async function action(args: ActionFunctionArgs) {
  const thing = requireThing(args.params);
  const { intent } = await readTyped(args.request);
  return intent === "settle" ? settle(args, thing) : refuse(args, thing);
}

type Thing = ReturnType<typeof requireThing>;

async function refuse(args: ActionFunctionArgs, thing: Thing) {
  const { campaign, on } = await requireCampaign(args, portOf(thing.kind).right);
  const form = await parseForm(args.request, SendBackForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values, refused: null }, { status: 422 });
  const { db, wakeMail } = args.context;
  const { outcome } = unlessGone(await sendBack(db, { ...on, ...thing, ...form.value }));
  if (outcome !== "sent-back") return data({ errors: [], values: {}, refused: outcome }, { status: 409 });
  wakeMail();
  return redirect(`${approvalAddress(campaign.slug, thing)}?done=sent-back`, 303);
}

async function settle(args: ActionFunctionArgs, thing: Thing) {
  const { campaign, on } = await requireCampaign(args, "view");
  const form = await parseForm(args.request, Settle);
  if (!form.ok) return data({ errors: [], values: {}, refused: "gone" }, { status: 422 });
  const { outcome } = await resolveSentBack(args.context.db, { ...on, ...form.value });
  if (outcome === "gone") return data({ errors: [], values: {}, refused: outcome }, { status: 409 });
  return redirect(`${approvalAddress(campaign.slug, thing)}?done=settled`, 303);
}

export const meta: MetaFunction = () => [{ title: `${words("en").approvals.sendBack.title} · Undersigned` }];

export { ConsoleError as ErrorBoundary };

export default function SendBack() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { approvals: say } = useWords();
  const what = say.thing(page.kind, page.number);
  const { approving, sentBack, mine } = page;
  const why = approving === "own" || approving === "alone" ? say.page.own : say.page.noRight;
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <PageHead
        title={sentBack ? say.sentBack.of(what) : say.sendBack.heading(what)}
        text={<Link to={page.page}>{say.page.back}</Link>}
      />
      {sentBack ? (
        <SentBackNote
          sentBack={sentBack}
          heading={say.sendBack.label}
          {...(mine !== null && { settle: { ...page, request: mine } })}
        />
      ) : approving === "yes" ? (
        <Form answer={answer} />
      ) : (
        <p>{why}</p>
      )}
    </>
  );
}
