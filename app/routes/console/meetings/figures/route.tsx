import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { addIssuerSnapshot } from "#app/domain/campaign/meetings/figures/add-issuer-snapshot.server.ts";
import { showCounting, showFigures } from "#app/domain/campaign/meetings/figures/page-figures.ts";
import { snapshotForm, snapshotOfForm } from "#app/domain/campaign/meetings/figures/snapshot-form.ts";
import { findKeeping } from "#app/domain/campaign/meetings/find-keeping.server.ts";
import { listIssuerSnapshots } from "#app/domain/campaign/meetings/list-issuer-snapshots.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { typedOnce } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { FormOutcome } from "#app/ui/meetings/form-outcome.tsx";
import { KeepNote } from "#app/ui/meetings/keep-note.tsx";
import { MeetingTabs } from "#app/ui/meetings/meeting-tabs.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { CountingFigures } from "./counting-figures.tsx";
import { FiguresForm } from "./figures-form.tsx";
import { FiguresTable } from "./figures-table.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view");
  const snapshots = await listIssuerSnapshots(args.context.db, campaign.id, company.id);
  const { zone, jurisdiction } = company;
  const now = new Date();
  return {
    slug: campaign.slug,
    inDollars: profileOf(jurisdiction).unitedStates,
    keeping: await findKeeping(args.context.db, scope),
    counting: showCounting(snapshots, now, zone),
    figures: snapshots.map((snapshot) => showFigures(snapshot, now, zone)),
    doneCode: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Adds figures; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { scope, at } = await requireCompany(args, "keep-meetings");
  const form = await parseForm(args.request, snapshotForm(new Date()));
  const values = typedOnce(form.values);
  if (!form.ok) return data({ errors: form.errors, values, refused: null }, { status: 422 });

  const { db } = args.context;
  const { checked } = form.value;
  const added = await addIssuerSnapshot(db, { scope, values: snapshotOfForm(form.value), checked });
  if (added.outcome === "gone") throw notFound();
  if (added.outcome === "shared")
    return data({ errors: [], values, refused: added.outcome }, { status: 409 });
  const word = added.outcome === "added" ? "added" : "there";
  return redirect(at("meetings/figures", { done: word }), 303);
}

export const meta: MetaFunction = () => [{ title: "Company figures · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Figures() {
  const { slug, inDollars, keeping, counting, figures, doneCode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { figures: say, refused } = useWords().meetings;
  const form = { values: answer?.values ?? {}, errors: answer?.errors ?? [] };
  const done = doneCode === "added" ? say.done : doneCode === "there" ? say.there : null;
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <MeetingTabs slug={slug} />
      <div className="under-tabs">
        <FormOutcome
          done={answer ? null : done}
          refused={answer?.refused && refused[answer.refused]}
          form={form}
        />
        {figures.length > 0 ? (
          <>
            <CountingFigures counting={counting} />
            <FiguresTable figures={figures} />
          </>
        ) : (
          <Blank title={say.empty.title} text={say.empty.text} />
        )}
        {keeping === "keeps" || answer ? (
          <FiguresForm form={form} inDollars={inDollars} />
        ) : (
          <KeepNote keeping={keeping} />
        )}
      </div>
    </>
  );
}
