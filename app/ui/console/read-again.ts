import type { ShouldRevalidateFunction } from "#app/ui/remix.ts";

/**
 * Reloads a page that says "This page shows it now" where a button was refused, which the router does not.
 * Not where an edit was begun on an older version: the answer brought the current one. After any other failed
 * answer nothing is reloaded, as without this: Remix's own default is true after every answer.
 */
export const readAgainWhenRefused: ShouldRevalidateFunction = ({
  actionStatus = 200,
  actionResult,
  defaultShouldRevalidate,
}) => (actionStatus < 400 ? defaultShouldRevalidate : actionStatus === 409 && !actionResult?.stale);
