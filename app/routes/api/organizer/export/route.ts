import { problem } from "#app/http/api.server.ts";
import { listForToken } from "#app/http/export-answers.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { closedAnswer, requireScope } from "#app/http/require-token.server.ts";
import { words } from "#app/i18n/index.ts";

/** Tells how far an export is. */
export async function loader(args: LoaderFunctionArgs) {
  const token = await requireScope(args, "export-signatures", "export-pledges");
  const { db, env } = args.context;
  const all = await listForToken(db, token, env.appUrl);
  const found = all.find(({ id }) => id === args.params.export);
  return found
    ? closedAnswer(found)
    : problem(404, "unknown-export", words("en").api.problems["unknown-export"]);
}
