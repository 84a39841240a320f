import { randomUUID } from "node:crypto";
import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/draft-dispatch.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
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
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { readAgainWhenRefused } from "#app/ui/console/read-again.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { Begin } from "./begin.tsx";
import { DispatchTable } from "./dispatch-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db } = args.context;
  const [dispatches, waiting, recipients] = await Promise.all([
    listDispatches(db, campaign.id),
    countWaiting(db, campaign.id),
    listRecipients(db, campaign.id),
  ]);
  return {
    ...{ slug: campaign.slug, dispatches, waiting },
    recipients: recipients.filter(({ retiredAt }) => retiredAt === null),
    mayWrite: mayDo(campaign, "write"),
    /** Of the draft that the button makes: pressed twice, it makes one. */
    draftId: randomUUID(),
  };
}

const NewDraft = z.object({ draft: z.uuid(), recipient: z.uuid() });

/** Begins a consolidated letter and opens it. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, NewDraft);
  if (!form.ok) return data({ refused: "no-recipient" as const }, { status: 422 });
  const { draft: publicId, recipient: recipientPublicId } = form.value;
  const drafted = await draftDispatch(args.context.db, {
    ...{ campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const },
    ...{ publicId, recipientPublicId, kind: "consolidated", cause: "organizer" },
  });
  if (drafted.outcome === "gone") throw notFound();
  if (drafted.outcome !== "drafted") return data({ refused: drafted.outcome }, { status: 409 });
  return redirect(`/organize/c/${campaign.slug}/letters/dispatches/${publicId}?done=drafted`, 303);
}

export const meta: MetaFunction = () => [{ title: "Dispatches of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, readAgainWhenRefused as shouldRevalidate };

export type DispatchesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Dispatches() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { dispatches: say } = useWords().letterConsole;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      <DoneNote done={null} refused={wordOf(say.alone.refused, answer?.refused)} />
      <Begin page={page} />
      {page.dispatches.length > 0 ? (
        <DispatchTable slug={page.slug} dispatches={page.dispatches} />
      ) : (
        <div className="blank">
          <h2>{say.list.empty.title}</h2>
          <p>{say.list.empty.text}</p>
        </div>
      )}
    </>
  );
}
