import type { ReactNode } from "react";
import type { Words } from "#app/i18n/index.ts";

export type State = keyof Words["looks"]["states"];

export type Specimen = {
  /** The file it draws: under app/ui, or a part of a page under app/routes. */
  of: string;
  states: Partial<Record<State, ReactNode>>;
};
