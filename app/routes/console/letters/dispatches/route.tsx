import { z } from "zod";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { Begin } from "./begin.tsx";
import { DispatchTable } from "./dispatch-table.tsx";
import { load } from "./load.server.ts";

export const loader = (args: LoaderFunctionArgs) => load(args);

const NewDraft = z.object({ draft: z.uuid(), recipient: z.uuid() });

/** Starts a consolidated letter and opens it. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, NewDraft);
  if (!form.ok) return data({ refused: "no-recipient" as const }, { status: 422 });
  const { draft: publicId, recipient: recipientPublicId } = form.value;
  const drafted = await draftDispatch(args.context.db, {
    campaignId: campaign.id,
    actor: `organizer:${organizer.organizerId}` as const,
    publicId,
    recipientPublicId,
    kind: "consolidated",
    cause: "organizer",
  });
  if (drafted.outcome === "gone") throw notFound();
  if (drafted.outcome !== "drafted") return data({ refused: drafted.outcome }, { status: 409 });
  return redirect(`/organize/c/${campaign.slug}/letters/dispatches/${publicId}?done=drafted`, 303);
}

export const meta: MetaFunction = () => [{ title: "Dispatches of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Dispatches() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { dispatches: say } = useWords().letterConsole;
  return (
    <>
      <CompanyTabs />
      <PageHead title={say.title} text={say.text} />
      <DoneNote done={null} refused={wordOf(say.alone.refused, answer?.refused)} />
      <Begin page={page} />
      {page.dispatches.length > 0 ? (
        <DispatchTable slug={page.slug} dispatches={page.dispatches} />
      ) : (
        <Blank title={say.list.empty.title} text={say.list.empty.text} />
      )}
    </>
  );
}
