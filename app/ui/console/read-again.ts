import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For pages that say "this page shows how it stands now" where a button was refused: they are read again then, which the
 * router does not do by itself. Not where an edit was begun on an older version: what stands now came along.
 */
export const readAgainWhenRefused: ShouldRevalidateFunction = ({
  actionStatus,
  actionResult,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate || (actionStatus === 409 && !actionResult?.stale);
