import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { createExport } from "#app/domain/exports/create-export.server.ts";
import { ExportForm as ExportFields, listOf } from "#app/domain/exports/export-form.ts";
import { exportPresets, isPledgePreset } from "#app/domain/exports/presets.ts";
import { listExportsOf } from "#app/domain/exports/queries.server.ts";
import { chooseMeeting } from "#app/domain/meetings/choose-meeting.server.ts";
import { mayDo } from "#app/domain/organizers/organizer.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { ExportForm } from "./export-form.tsx";
import { PastExports } from "./past-exports.tsx";
import { useExportWords } from "./use-export-words.ts";

const rights = ["export-signatures", "export-pledges"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, [...rights]);
  const { db } = args.context;
  const [past, { years }] = await Promise.all([
    listExportsOf(db, scope),
    chooseMeeting(db, campaign.id, null),
  ]);
  const lists = (["signatures", "pledges"] as const).filter((_list, n) =>
    mayDo(campaign, rights[n] ?? "manage"),
  );
  const asked = new URL(args.request.url).searchParams.get("list");
  return {
    slug: campaign.slug,
    lists,
    list: lists.find((list) => list === asked) ?? lists[0] ?? "signatures",
    years,
    past: past.map(({ createdAt, completedAt, ...row }) => ({
      ...row,
      at: `${(completedAt ?? createdAt).toISOString().slice(0, 16).replace("T", " ")}`,
    })),
  };
}

/** Notes what is wanted and sends the browser to the file, which is made while it is fetched. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, [...rights]);
  const form = await parseForm(args.request, ExportFields);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 });

  const id = await createExport(args.context.db, { ...scope, ...listOf(form.value) });
  if (id === null) throw new Response("Forbidden", { status: 403 });
  throw redirect(`/organize/c/${campaign.slug}/exports/${id}.csv`, 303);
}

export const meta: MetaFunction = () => [{ title: "Exports · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Exports() {
  const { slug, past, lists, list: asked, years } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const say = useExportWords();
  const watch = useWatch();
  const chosen = exportPresets.find((preset) => preset === answered?.values.preset);
  const list = !chosen ? asked : isPledgePreset(chosen) ? "pledges" : "signatures";
  const { title, text } = list === "pledges" ? say.ofPledges : say;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p>{text}</p>
        </div>
      </div>
      {lists.length > 1 && (
        <nav className="tabs" aria-label={say.ofPledges.tabs}>
          {lists.map((each) => (
            <Link key={each} to={`?list=${each}`} aria-current={each === list ? "page" : undefined}>
              {say.ofPledges.lists[each]}
            </Link>
          ))}
        </nav>
      )}
      <div className="cols">
        <ExportForm
          list={list}
          years={years}
          errors={answered?.errors ?? []}
          values={answered?.values ?? {}}
          onSubmit={watch}
        />
        <PastExports slug={slug} past={past} onFetch={watch} />
      </div>
    </>
  );
}

/** A download leaves the page as it is: for half a minute after one begins, the list of exports renews itself. */
function useWatch() {
  const [looks, setLooks] = useState(0);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (looks === 0) return;
    const timer = setTimeout(() => {
      revalidate();
      setLooks(looks - 1);
    }, 2000);
    return () => clearTimeout(timer);
  }, [looks, revalidate]);
  return () => setLooks(15);
}
