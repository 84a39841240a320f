import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { actOnDraft } from "#app/http/draft-acts.server.ts";
import { isRenewal } from "#app/http/is-renewal.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { locales, words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNote } from "#app/ui/console/send-back.tsx";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "#app/ui/remix.ts";
import updateStyles from "#app/ui/styles/console-updates.css?url";
import { approvingActs } from "./acts-approving.server.ts";
import { sendingActs } from "./acts-sending.server.ts";
import { writingActs } from "./acts-writing.server.ts";
import { Announcements } from "./announcements.tsx";
import { Approval } from "./approval.tsx";
import { troubleOf } from "./ask-site.ts";
import { Editor } from "./editor.tsx";
import { type Answer, loadUpdate } from "./load.server.ts";
import { Progress } from "./progress.tsx";
import { Report } from "./report.tsx";
import { SendPanel } from "./send-panel.tsx";
import { UpdateHead } from "./update-head.tsx";
import { Renewing, useRenewed } from "./use-renewal.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: updateStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const update = await findUpdate(args.context.db, campaign.id, args.params.update ?? "");
  if (!update) throw notFound();
  const who = { campaign, organizerId: organizer.organizerId };
  const doneCode = new URL(args.request.url).searchParams.get("done");
  return loadUpdate(args.context, who, update, { doneCode, isRenewal: isRenewal(args.request) });
}

/** Acts by the button that sent the form. */
export async function action(args: ActionFunctionArgs) {
  return actOnDraft(args, [...writingActs(locales), ...approvingActs, ...sendingActs], {
    find: findUpdate,
    publicId: args.params.update,
    folder: "updates",
    unknown: { errors: [{ field: "form", code: "unreadable" }] },
  });
}

/** Keeps the page with what was typed when the site does not answer. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (thrown) {
    const lost = troubleOf(thrown);
    if (lost === undefined) throw thrown;
    // With this status the router does not reload, which would fail as well.
    return Response.json({ lost, refused: lost } satisfies Answer, { status: 503 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${words("en").updates.title(data.update.number)} · Undersigned` : "Undersigned" },
];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Update() {
  const { page, lost, renewing } = useRenewed(useLoaderData<typeof loader>());
  const answer = useActionData<typeof action>() as Answer | undefined;
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const { stage } = page.update;
  const mayEdit = stage === "draft" && page.rights.write;
  const edits = mayEdit || answer?.values?.version !== undefined;
  // A failed writer's button is reported next to it.
  const headAnswer = edits && answer?.lost ? undefined : answer;
  return (
    <Renewing.Provider value={renewing}>
      <UpdateHead page={page} doneCode={answer ? null : page.doneCode} answer={headAnswer} />
      <Announcements page={page} lost={lost} />
      <SentBackNote sentBack={page.sentBack} />
      {edits && <Editor key={page.update.publicId} page={page} answer={answer} />}
      {!edits && (stage === "draft" || stage === "submitted") && <Approval page={page} />}
      {!edits && (stage === "approved" || stage === "scheduled") && <SendPanel page={page} answer={answer} />}
      {(stage === "sending" || stage === "paused") && <Progress page={page} />}
      {(stage === "sent" || stage === "cancelled") && <Report page={page} />}
    </Renewing.Provider>
  );
}
