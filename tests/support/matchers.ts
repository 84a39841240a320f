import { expect } from "vitest";
import "./fixed-seed.ts";

declare module "vitest" {
  interface Matchers<T> {
    /** A command ended so, and says nothing else. */
    toEnd(outcome: T extends { outcome: infer Outcome } ? Outcome : string): void;
    /** PostgreSQL refused by this constraint (`causeOf`). */
    toBreak(constraint: string): void;
  }
}

expect.extend({
  toEnd(actual: unknown, outcome: string) {
    const expected = { outcome };
    const message = () => `it ended as ${this.utils.printReceived(actual)}, not as "${outcome}"`;
    return { pass: this.equals(actual, expected), message, actual, expected };
  },
  toBreak(actual: { constraint: string } | null, expected: string) {
    const message = () => `${this.utils.printReceived(actual)} is not a refusal by "${expected}"`;
    return { pass: actual?.constraint === expected, message, actual, expected };
  },
});
