import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { createExport } from "#app/domain/exports/create-export.server.ts";
import { ExportForm as ExportFields, filterOf } from "#app/domain/exports/export-form.ts";
import { listExportsOf } from "#app/domain/exports/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { ExportForm } from "./export-form.tsx";
import { PastExports } from "./past-exports.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "export-signatures");
  const past = await listExportsOf(args.context.db, scope);
  return {
    slug: campaign.slug,
    past: past.map(({ createdAt, completedAt, ...row }) => ({
      ...row,
      at: `${(completedAt ?? createdAt).toISOString().slice(0, 16).replace("T", " ")}`,
    })),
  };
}

/** Notes what is wanted and sends the browser to the file, which is made while it is fetched. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "export-signatures");
  const form = await parseForm(args.request, ExportFields);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 });

  const { preset } = form.value;
  const id = await createExport(args.context.db, { ...scope, preset, filter: filterOf(form.value) });
  if (id === null) throw new Response("Forbidden", { status: 403 });
  throw redirect(`/organize/c/${campaign.slug}/exports/${id}.csv`, 303);
}

export const meta: MetaFunction = () => [{ title: "Export signatures · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Exports() {
  const { slug, past } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { exports: say } = useWords().organize;
  const watch = useWatch();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      <div className="cols">
        <ExportForm errors={answered?.errors ?? []} values={answered?.values ?? {}} onSubmit={watch} />
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
