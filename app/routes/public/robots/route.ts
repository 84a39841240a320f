import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { openFile } from "#app/http/respond.server.ts";

/** Returns what search engines may read. Personal pages send `noindex` and are linked nowhere. */
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
