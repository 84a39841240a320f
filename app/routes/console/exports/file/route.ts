import type { LetIn } from "#app/domain/access/freeze.server.ts";
import { findKept } from "#app/domain/outgoing/exports/fetch-kept.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { findManifest } from "#app/domain/outgoing/exports/manifest.server.ts";
import type { ExportFormat } from "#app/domain/outgoing/exports/presets.ts";
import { fileDisposition, fileTypes, keptResponse } from "#app/http/kept-file.server.ts";
import { requireProof } from "#app/http/reauthenticate.server.ts";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { uuidPattern } from "#app/lib/uuid.ts";

const fileName = RegExp(`^(${uuidPattern})\\.(csv|xlsx|manifest\\.json)$`);

/** Sends an export's file, `<id>.csv` (`.xlsx`), or its `<id>.manifest.json`. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer, scope } = await requireCampaign(args, ["export-signatures", "export-pledges"]);
  const [, id, kind] = fileName.exec(args.params.file ?? "") ?? [];
  if (!id || !kind) throw notFound();
  const wanted = { ...scope, id, by: { session: organizer.id } };
  if (kind === "manifest.json") return manifest(args, wanted);
  await requireProof(args, organizer, campaign);

  const kept = await findKept(args.context.db, wanted);
  if (!kept) return fresh(args, wanted, campaign.slug, kind as ExportFormat);
  const { gone, made } = words(args.context.locale).exchange.exports;
  if ("outcome" in kept) {
    return kept.outcome === "over"
      ? plain(`${gone.title}. ${gone.text}`, 410)
      : plain(`${made.title}. ${made.text}`, 409);
  }
  const headers = {
    "Content-Type": fileTypes[kind as ExportFormat],
    ...fileDisposition(kept, campaign.slug),
  };
  return keptResponse(args, wanted, kept, headers);
}

type Wanted = { id: string; campaignId: number; organizerId: string; by: LetIn };

/** Sent without a length, so that the reader can tell a broken transfer. */
async function fresh(
  { request, context }: LoaderFunctionArgs,
  wanted: Wanted,
  slug: string,
  kind: ExportFormat,
) {
  const headers = { "Content-Type": fileTypes[kind] };
  // A HEAD request must not start the file: it is sent only once.
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
    case "streaming":
      return new Response(createReadableStreamFromReadable(fetched.file), {
        headers: { ...headers, ...fileDisposition(fetched, slug) },
      });
  }
}

async function manifest({ context }: LoaderFunctionArgs, wanted: Wanted) {
  const found = orNotFound(await findManifest(context.db, wanted));
  return new Response(`${JSON.stringify(found, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${wanted.id}.manifest.json"`,
    },
  });
}

const plain = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });
