import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { actOnDraft } from "#app/http/draft-acts.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNote } from "#app/ui/console/send-back.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { approvingActs } from "./acts-approving.server.ts";
import { sendingActs } from "./acts-sending.server.ts";
import { writingActs } from "./acts-writing.server.ts";
import { Checks, Contents, Hands, Holding, Replies, WhoRead } from "./contents.tsx";
import { Decision } from "./decision.tsx";
import { DispatchHead } from "./dispatch-head.tsx";
import { Editor } from "./editor.tsx";
import { type Answer, loadDispatch } from "./load.server.ts";
import { Preview } from "./preview.tsx";
import { Progress } from "./progress.tsx";
import { Sheet } from "./sheet.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const { context, params, request } = args;
  const dispatch = await findDispatch(context.db, campaign.id, params.dispatch ?? "");
  if (!dispatch) throw notFound();
  const who = { campaign, organizerId: organizer.organizerId, name: organizer.name };
  const { searchParams } = new URL(request.url);
  return loadDispatch(context, who, dispatch, {
    doneCode: searchParams.get("done"),
    left: Number(/^[1-9]\d{0,2}$/.exec(searchParams.get("left") ?? "")?.[0] ?? 0),
  });
}

/** Acts by the button that sent the form. */
export async function action(args: ActionFunctionArgs) {
  return actOnDraft(args, [...writingActs, ...approvingActs, ...sendingActs], {
    find: findDispatch,
    publicId: args.params.dispatch,
    folder: "letters/dispatches",
    unknown: { refused: "unreadable" },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { name } = words("en").letterConsole.dispatches;
  return [
    { title: data ? `${name(data.dispatch.kind, data.dispatch.number)} · Undersigned` : "Undersigned" },
  ];
};

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Dispatch() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const { stage } = page.dispatch;
  const isDraft = stage === "draft";
  const begun = !isDraft && stage !== "submitted" && stage !== "approved";
  const edits = (isDraft && page.rights.write) || answer?.values?.version !== undefined;
  return (
    <>
      <DispatchHead page={page} answer={answer} />
      <SentBackNote sentBack={page.sentBack} />
      <div className="cols dispatch-cols">
        <div>
          {begun && page.progress.parts.length > 0 && <Progress page={page} />}
          {edits && <Editor key={page.dispatch.publicId} page={page} answer={answer} />}
          <Sheet page={page} />
          {!begun && <Preview page={page} />}
        </div>
        <div className="letter-aside">
          <WhoRead page={page} />
          {(isDraft || stage === "submitted") && <Decision page={page} />}
          <Contents page={page} />
          {!begun && <Checks page={page} />}
          {begun && <Replies page={page} />}
          <Hands page={page} />
          {page.rights.write && <Holding page={page} />}
        </div>
      </div>
    </>
  );
}
