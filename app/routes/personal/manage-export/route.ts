import { exportOwnData } from "#app/domain/upkeep/own-data/export-own-data.server.ts";
import { openManageLink } from "#app/http/manage-link.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** Sends all we hold about the link's person, as one file. Reading changes nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { opened, fresh } = await openManageLink(context, params.token, new Date());
  const { db, env } = context;
  const exported =
    opened.outcome === "valid" && fresh ? await exportOwnData(db, env.keys, opened.subject) : null;
  if (!exported) throw notFound();
  return new Response(`${JSON.stringify(exported, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="held-about-me.json"',
    },
  });
}
