import { fetchPack } from "#app/domain/outgoing/packs/making/fetch-pack.server.ts";
import { requireProof } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, createReadableStreamFromReadable } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { uuidPattern } from "#app/lib/uuid.ts";

const fileName = RegExp(`^(${uuidPattern})\\.zip$`);

/** Refuses GET: a program that follows links would use up a pack. */
export async function loader(args: ActionFunctionArgs) {
  await requireCampaign(args, "export-signatures");
  throw notFound();
}

/** Makes the pack `<id>.zip` and sends it without a length, so that the reader can tell a broken transfer. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer, actor } = await requireCampaign(args, "export-signatures");
  const { db, env, locale } = args.context;
  const publicId = orNotFound(fileName.exec(args.params.file ?? "")?.[1]);
  await requireProof(args, organizer, campaign);
  // The PDF code is loaded on first use: no other page waits for it.
  const { packPdf } = await import("#app/pdf/pack-pdf.server.ts");
  const ports = { keys: env.keys, papers: { packPdf }, appUrl: env.appUrl };
  const on = { campaignId: campaign.id, publicId, actor, by: { session: organizer.id } };
  const fetched = await fetchPack(db, ports, on);
  const { plain } = words(locale).packs.packs;
  switch (fetched.outcome) {
    case "gone":
      throw notFound();
    case "not-approved":
      return text(plain["not-approved"], 409);
    case "frozen":
      return text(plain.frozen, 409);
    case "over":
      return text(plain.over, 410);
    case "busy":
      return text(plain.busy, 503, { "Retry-After": "120" });
    case "streaming":
      return new Response(createReadableStreamFromReadable(fetched.file), {
        headers: {
          "Content-Type": "application/zip",
          "Content-Disposition": `attachment; filename="pack-${fetched.number}-${campaign.slug}.zip"`,
        },
      });
  }
}

const text = (content: string, status: number, headers: Record<string, string> = {}) =>
  new Response(`${content}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", ...headers },
  });
