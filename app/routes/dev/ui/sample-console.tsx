import type { ComponentProps } from "react";
import type { ListedReview } from "#app/domain/review/list-reviews.server.ts";
import type { SignatureTable } from "#app/routes/console/signatures/list/signature-table.tsx";
import { ReviewList } from "#app/routes/console/signatures/review/review-list.tsx";
import type { DecisionAnswer } from "#app/ui/console/decision.ts";

type People = ComponentProps<typeof SignatureTable>["signatures"];

const person: People[number] = {
  publicId: "one",
  signedAt: "2026-11-20T09:12:04.000Z",
  name: "Ana Sample",
  email: "ana@example.org",
  country: "US",
  postalCode: "10001",
  state: "confirmed",
  source: "mastodon",
};

/** Made-up people of two days; one is on hold. */
export const people: People = [
  person,
  { ...person, publicId: "two", name: "Łucja Sample", email: "l@example.org", state: "quarantined" },
  {
    ...person,
    publicId: "three",
    name: "Ben Sample",
    email: "ben@example.org",
    source: null,
    signedAt: "2026-11-19T21:40:00.000Z",
    country: "DE",
    postalCode: null,
  },
];

/** Signatures waiting for a decision. */
export const reviews: readonly ListedReview[] = [
  {
    publicId: "r-one",
    name: "Sam Sample",
    email: "sam1@example.net",
    country: "US",
    source: null,
    signedAt: "2026-11-20T09:12:04.000Z",
    reasons: ["series", "block"],
    score: 7,
    decidedBy: null,
    decidedAt: null,
  },
  {
    publicId: "r-two",
    name: "Sam Sample",
    email: "sam2@example.net",
    country: "US",
    source: "x",
    signedAt: "2026-11-20T09:12:09.000Z",
    reasons: ["series"],
    score: 5,
    decidedBy: null,
    decidedAt: null,
  },
];

type Decide = ComponentProps<typeof ReviewList>["decide"];

/** Lists decisions; none is being sent. */
export const Decided = (props: { reviews: readonly ListedReview[]; lastDecision: DecisionAnswer }) => (
  <ReviewList
    {...props}
    filter={{ state: "queued", reason: null, after: null }}
    decide={{ formData: undefined } as Decide}
  />
);
