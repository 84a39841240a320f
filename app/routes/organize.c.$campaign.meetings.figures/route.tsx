import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addIssuerSnapshot } from "#app/domain/meetings/add-issuer-snapshot.server.ts";
import { listIssuerSnapshots } from "#app/domain/meetings/list-issuer-snapshots.server.ts";
import { showFigures } from "#app/domain/meetings/shown-figures.ts";
import { snapshotForm, snapshotOfForm } from "#app/domain/meetings/snapshot-form.ts";
import { mayDo } from "#app/domain/organizers/organizer.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { typedOnce } from "#app/ui/meetings/form-state.ts";
import { MeetingTabs } from "#app/ui/meetings/meeting-tabs.tsx";
import { Said } from "#app/ui/meetings/said.tsx";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { FiguresForm } from "./figures-form.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { NewestFigures } from "./newest-figures.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const snapshots = await listIssuerSnapshots(args.context.db, campaign.id);
  const now = new Date();
  return {
    slug: campaign.slug,
    mayKeep: mayDo(campaign.role, "keep-meetings"),
    figures: snapshots.map((snapshot) => showFigures(snapshot, now)),
    said: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Adds figures; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "keep-meetings");
  const form = await parseForm(args.request, snapshotForm(new Date()));
  if (!form.ok) return data({ errors: form.errors, values: typedOnce(form.values) }, { status: 422 });

  const { db, env } = args.context;
  const { checked } = form.value;
  const added = await addIssuerSnapshot(db, env.keys, { scope, values: snapshotOfForm(form.value), checked });
  if (added.outcome === "gone") throw notFound();
  const word = added.outcome === "added" ? "added" : "there";
  return redirect(`/organize/c/${campaign.slug}/meetings/figures?done=${word}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Company figures · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Figures() {
  const { slug, mayKeep, figures, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { figures: say, readOnly } = useWords().meetings;
  const [newest] = figures;
  const form = { values: answer?.values ?? {}, errors: answer?.errors ?? [] };
  const done = said === "added" ? say.done : said === "there" ? say.there : null;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      <MeetingTabs slug={slug} />
      <div className="under-tabs">
        <Said done={answer ? null : done} form={form} />
        {newest ? (
          <>
            <NewestFigures figures={newest} />
            <FiguresTable figures={figures} />
          </>
        ) : (
          <div className="blank">
            <h2>{say.empty.title}</h2>
            <p>{say.empty.text}</p>
          </div>
        )}
        {mayKeep ? <FiguresForm form={form} /> : <p className="muted small">{readOnly}</p>}
      </div>
    </>
  );
}
