import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { closingApproval } from "#app/domain/campaign/closing/closing-approval.ts";
import { readClosing } from "#app/domain/campaign/closing/read-closing.server.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-closing.css?url";
import { act } from "./act.server.ts";
import { Asked } from "./asked.tsx";
import { Closed } from "./closed.tsx";
import { Open } from "./open.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

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

export const action = (args: ActionFunctionArgs) => act(args);

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
    <div className="closing">
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
    </div>
  );
}
