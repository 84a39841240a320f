import type { TokenScope } from "#app/domain/access/tokens/api-token.ts";
import {
  findEndedToken,
  type OpenToken,
  openToken,
  refusalOf,
} from "#app/domain/access/tokens/open-token.server.ts";
import { words } from "#app/i18n/index.ts";
import { limitPrograms, problem } from "./api.server.ts";
import { noteRefusal } from "./note-refusal.server.ts";
import type { LoaderFunctionArgs } from "./remix.server.ts";

const say = words("en").api.problems;

/** Returns a program's token; else 401, whatever is wrong with it. Cookies are not read. */
export async function requireToken({ request, params, context }: LoaderFunctionArgs): Promise<OpenToken> {
  const [, given] = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const headers = { "WWW-Authenticate": 'Bearer realm="organizer"' };
  if (given === undefined) throw problem(401, "token-needed", say["token-needed"], { headers });
  const token = await openToken(context.db, given);
  if (!token) {
    const ended = await findEndedToken(context.db, given);
    if (ended) {
      const { organizerId, campaignId: campaign } = ended;
      noteRefusal(context, { why: "ended-token", organizerId, campaign });
    } else noteRefusal(context, { why: "token", campaign: params.campaign ?? null });
    await limitPrograms(context, "apiWrong");
    throw problem(401, "token-unknown", say["token-unknown"], { headers });
  }
  await limitPrograms(context, "apiToken", token.publicId);
  return token;
}

/** Returns a program's token if it has one of these scopes in the path's campaign; else 401 or 403. */
export async function requireScope(args: LoaderFunctionArgs, ...asked: TokenScope[]): Promise<OpenToken> {
  const token = await requireToken(args);
  const refused = refusalOf(token, args.params.campaign ?? "", asked);
  if (refused === null) return token;
  const { organizerId, campaign } = token;
  const where = refused === "other-campaign" ? (args.params.campaign ?? "") : campaign.id;
  const why = refused === "other-campaign" ? "campaign" : "scope";
  noteRefusal(args.context, { why, organizerId, campaign: where });
  const detail = refused === "scope-missing" ? say[refused](asked) : say[refused];
  throw problem(403, refused, detail);
}

/** Answers one program alone: not cached. */
export const closedAnswer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
