import type { Mapping, Reading, UpdatesFor } from "./import.ts";

export type Job = {
  id: number;
  publicId: string;
  number: number;
  campaignId: number;
  state: "trying" | "importing" | "undoing";
  /** Rows settled so far, by any worker. */
  rowsDone: number;
  bytes: number;
  reading: Reading;
  mapping: Mapping;
  agreedOn: string | null;
  updatesFor: UpdatesFor | null;
  petitionVersion: number;
  locale: string;
};

/** Rows settled in one transaction. */
export const rowsASlice = 1000;

/** Seconds without a sign of a worker until another one continues. */
export const importLeaseSeconds = 60;
