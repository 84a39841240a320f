import { randomUUID } from "node:crypto";
import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { listUpdates } from "#app/domain/outgoing/updates/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useLoaderData } from "#app/ui/remix.ts";
import updateStyles from "#app/ui/styles/console-updates.css?url";
import { UpdateTable } from "./update-table.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: updateStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  return {
    slug: campaign.slug,
    updates: await listUpdates(args.context.db, campaign.id),
    mayWrite: mayDo(campaign, "write"),
    /** Id of the draft that the button makes, so that pressing twice makes one. */
    draftId: randomUUID(),
  };
}

const NewDraft = z.object({ draft: z.uuid() });

/** Begins a draft and opens it. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, NewDraft);
  if (!form.ok) throw new Response("Unprocessable", { status: 422 });
  const publicId = form.value.draft;
  const actor = `organizer:${organizer.organizerId}` as const;
  const begun = await createDraft(args.context.db, { campaignId: campaign.id, publicId, actor });
  if (begun.outcome === "gone") throw notFound();
  return redirect(`/organize/c/${campaign.slug}/updates/${publicId}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Updates · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Updates() {
  const { slug, updates, mayWrite, draftId } = useLoaderData<typeof loader>();
  const { list: say } = useWords().updates;
  const write = mayWrite && (
    <Form method="post">
      <input type="hidden" name="draft" value={draftId} />
      <Button variant="act">{say.write}</Button>
    </Form>
  );
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        {updates.length > 0 && write && <div className="acts">{write}</div>}
      </PageHead>
      {updates.length > 0 ? (
        <UpdateTable slug={slug} updates={updates} />
      ) : (
        <div className="blank">
          <h2>{say.empty.title}</h2>
          <p>{say.empty.text}</p>
          {write ? <div className="acts">{write}</div> : <p>{say.empty.read}</p>}
        </div>
      )}
    </>
  );
}
