import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { openFile } from "#app/http/respond.server.ts";

/** What search engines may read. Pages that belong to one person say `noindex` themselves and are linked from nowhere. */
export const loader = ({ context: { env } }: LoaderFunctionArgs) =>
  openFile(
    [
      "User-agent: *",
      "Disallow: /organize",
      "Disallow: /sign-in",
      "Disallow: /dev/",
      "",
      `Sitemap: ${env.appUrl}/sitemap.xml`,
      "",
    ].join("\n"),
    "text/plain",
  );
