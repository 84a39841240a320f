import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import groundCss from "#app/ui/styles/ground.css?raw";
import tokensCss from "#app/ui/styles/tokens.css?raw";
import { readTokens, themes } from "#app/ui/tokens.ts";
import { sheets } from "./sheets.ts";

/**
 * Writes each theme's tokens under a class, the focus style under another, so that all are visible at once,
 * and each area's sheets under its own class, so that they do not affect each other.
 */
export function loader({ context: { isLocalRequest } }: LoaderFunctionArgs) {
  if (!isLocalRequest) throw notFound();
  const tokens = readTokens(tokensCss);
  const blocks = themes.map((theme) => {
    const own = Object.entries(tokens[theme]).map(([name, value]) => `--${name}: ${value};`);
    return `.theme-${theme} { color-scheme: ${theme}; ${own.join(" ")} }`;
  });
  const [, focus = ""] = /^:focus-visible[^{]*(\{[^}]*\})/m.exec(groundCss) ?? [];
  const within = Object.entries(sheets).map(([area, css]) => `.of-${area} { ${css.join("\n")} }`);
  const focusRules = `.focused :is(a, button, input, select, textarea) ${focus}`;
  return new Response([...within, ...blocks, focusRules].join("\n"), {
    headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "no-store" },
  });
}
