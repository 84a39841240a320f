import { askByToken, listByCompany } from "#app/domain/outgoing/exports/create-export.server.ts";
import { ExportForm, listOf, WantedExport } from "#app/domain/outgoing/exports/export-form.ts";
import { problem, wrongValue } from "#app/http/api.server.ts";
import { listForToken, refuseFrozen, scopeForPreset } from "#app/http/export-answers.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { closedAnswer, requireScope } from "#app/http/require-token.server.ts";
import { words } from "#app/i18n/index.ts";

export async function loader(args: LoaderFunctionArgs) {
  const token = await requireScope(args, "export-signatures", "export-pledges");
  const { db, env } = args.context;
  return closedAnswer({ campaign: token.campaign.slug, exports: await listForToken(db, token, env.appUrl) });
}

/** Asks for a file, which a job makes and keeps for a day. */
export async function action(args: ActionFunctionArgs) {
  const token = await requireScope(args, "export-signatures", "export-pledges");
  const { db, env } = args.context;
  await refuseFrozen(db, token);
  const list = await listByCompany(db, token.campaign.id, listOf(await readWanted(args.request)));
  if (!list) throw wrongValue("company", "company-unknown");
  await requireScope(args, scopeForPreset(list.preset));
  const { campaign, organizerId, publicId } = token;
  const id = await askByToken(db, { campaignId: campaign.id, organizerId, token: publicId, list });
  if (id === null) await refuseFrozen(db, token);
  const [asked] = (await listForToken(db, token, env.appUrl)).filter((each) => each.id === id);
  if (!asked) throw new Error("an export that was asked for is not there");
  return closedAnswer(asked, 202);
}

const say = words("en").api.problems;

/** Reads the export that a program requests; else 400. */
async function readWanted(request: Request): Promise<ExportForm> {
  const body = await readJson(request);
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(WantedExport.shape, name));
  if (unknown !== undefined) {
    const excerpt = unknown.slice(0, 40);
    throw problem(400, "unknown-field", say["unknown-field"](excerpt), { parameter: excerpt });
  }
  const parsed = ExportForm.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrongValue(String(issue?.path[0] ?? "preset"), issue?.message ?? "missing");
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await request.json();
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // Answered below.
  }
  throw problem(400, "unreadable", say.unreadable);
}
