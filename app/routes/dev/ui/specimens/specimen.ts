import type { ReactNode } from "react";
import type looks from "../words.ts";

export type State = keyof (typeof looks)["states"];

export type Specimen = {
  /** The file it draws: under app/ui, or a part of a page under app/routes. */
  of: string;
  states: Partial<Record<State, ReactNode>>;
};
