import type { ShouldRevalidateFunction } from "#app/ui/remix.ts";

/**
 * Reloads the data of a page that says "This page shows it now" after a refused button, which the router does
 * not. Not for an edit based on an older version: its answer brought the current one. After any other failed
 * answer nothing is reloaded; Remix's own default is true after every answer.
 */
export const reloadWhenRefused: ShouldRevalidateFunction = ({
  actionStatus = 200,
  actionResult,
  defaultShouldRevalidate,
}) => {
  if (actionStatus < 400) return defaultShouldRevalidate;
  return actionStatus === 409 && !actionResult?.stale && !actionResult?.end?.theirs;
};
