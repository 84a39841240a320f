import type { ShouldRevalidateFunction } from "#app/ui/remix.ts";

/**
 * For pages that say "this page shows how it stands now" where a button was refused: they are read again
 * then, which the router does not do by itself. Not where an edit was begun on an older version: what is
 * now came along. After any other answer that is no success nothing is reloaded, as without this: what Remix
 * hands on as the default is true after every answer.
 */
export const readAgainWhenRefused: ShouldRevalidateFunction = ({
  actionStatus = 200,
  actionResult,
  defaultShouldRevalidate,
}) => (actionStatus < 400 ? defaultShouldRevalidate : actionStatus === 409 && !actionResult?.stale);
