// Size of a run: small in `npm test`, whole in `npm run test:faults` (tests/faults/run.mjs).
import { test } from "vitest";

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

/** Everything runs at the size for which docs and bars give figures. */
export const whole = process.env.FAULTS === "whole";

/** Runs a variant of a scenario in `npm test` only in the whole size or with FULL=1. */
export const further = test.runIf(whole || process.env.FULL);

export const sizes = {
  /** People in an update's audience. */
  people: number("FAULTS_PEOPLE", whole ? 10_000 : 600),
  /** One run each: a seed determines the faults and the moments to kill. */
  seeds: process.env.FAULTS_SEED
    ? process.env.FAULTS_SEED.split(",").map(Number)
    : whole
      ? Array.from({ length: 10 }, (_, place) => place + 1)
      : // By which the first calls fail in three ways.
        [4],
  kills: number("FAULTS_KILLS", whole ? 5 : 2),
};

/** More often in the small size, as there are fewer calls. */
const often = whole ? 1 : 2;

/** Shares of failing calls, by kind of failure. */
export const faults = {
  "500-before": 0.05 * often,
  "500-after": 0.05 * often,
  "reset-after": 0.05 * often,
  "rate-limit": 0.02 * often,
  hang: 0.01 * often,
} as const;

/** Prints a scenario's findings in one line. */
export const tell = (scenario: string, figures: Record<string, unknown>) =>
  process.stdout.write(
    `  ${scenario}: ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")}\n`,
  );
