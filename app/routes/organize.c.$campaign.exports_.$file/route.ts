import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { fetchExport } from "#app/domain/exports/fetch-export.server.ts";
import { findManifest } from "#app/domain/exports/manifest.server.ts";
import { isPledgePreset } from "#app/domain/exports/presets.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(csv|manifest\.json)$/;

/** `<id>.csv` is the file of an export, `<id>.manifest.json` what goes beside it. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, ["export-signatures", "export-pledges"]);
  const [, id, kind] = fileName.exec(args.params.file ?? "") ?? [];
  if (!id) throw notFound();
  return kind === "csv" ? csv(args, { ...scope, id }, campaign.slug) : manifest(args, { ...scope, id });
}

type Wanted = { id: string; campaignId: number; organizerId: string };

/** Sent without a length, so that a transfer that breaks off is known as broken by whoever reads it. */
async function csv({ request, context }: LoaderFunctionArgs, wanted: Wanted, slug: string) {
  const headers = { "Content-Type": "text/csv; charset=utf-8; header=present" };
  // Asking about the file must not begin it: it goes out once.
  if (request.method === "HEAD") return new Response(null, { headers });

  const { exports: say } = words(context.locale).organize;
  const fetched = await fetchExport(context.db, context.env.keys, wanted);
  switch (fetched.outcome) {
    case "unknown":
      throw notFound();
    case "over":
      return plain(`${say.over.title}. ${say.over.text}`, 410);
    case "busy":
      return plain(`${say.busy.title}. ${say.busy.text}`, 503, { "Retry-After": "30" });
    case "streaming": {
      const day = fetched.createdAt.toISOString().slice(0, 10);
      const about = isPledgePreset(fetched.preset)
        ? `${fetched.preset}-${slug}`
        : `signatures-${slug}-${fetched.preset}`;
      const name = `${about}-${day}.csv`;
      return new Response(createReadableStreamFromReadable(fetched.file), {
        headers: { ...headers, "Content-Disposition": `attachment; filename="${name}"` },
      });
    }
  }
}

async function manifest({ context }: LoaderFunctionArgs, wanted: Wanted) {
  const found = await findManifest(context.db, wanted);
  if (!found) throw notFound();
  return new Response(`${JSON.stringify(found, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${wanted.id}.manifest.json"`,
    },
  });
}

const plain = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });
