import type { ComponentProps, ReactNode } from "react";
import { PeriodChoice, ZoneChoice } from "#app/routes/console/campaign/overview/choices.tsx";
import { ForecastPart } from "#app/routes/console/campaign/overview/forecast-part.tsx";
import { Heads } from "#app/routes/console/campaign/overview/heads.tsx";
import { OverTime } from "#app/routes/console/campaign/overview/over-time.tsx";
import type { Specimen } from "./specimen.ts";

type Board = ComponentProps<typeof OverTime>["board"];

const flow = (joined: number, pledges: number, letters: number) => ({
  joined,
  pledges,
  letters,
  left: 0,
  mails: 0,
});
const total = flow(240, 12, 30);
const nothing = flow(0, 0, 0);
const points = [22, 30, 61, 44, 38, 27, 18].map((joined, n) => ({
  at: `2026-11-${14 + n}T00:00:00.000Z`,
  now: flow(joined, n % 3, joined % 5),
  before: flow(Math.round(joined / 2), n % 2, n % 4),
}));

const board = {
  asOf: "2026-11-20T14:08:00.000Z",
  zone: "UTC",
  period: { step: "day", days: 7 },
  goal: 1000,
  counts: {
    signatures: 812,
    pledges: 40,
    fundLetters: { told: 12, sent: 9 },
    letters: 96,
    pending: 31,
    imported: 0,
    onPaper: 4,
  },
  series: { points, total, totalBefore: flow(118, 3, 9) },
  marks: [{ number: 2, at: "2026-11-16T09:00:00.000Z" }],
  forecast: { outcome: "likely", goal: 1000, likely: [9, 14], nearly: [7, 20], middle: 11, fromDays: 14 },
} as unknown as Board;

const begun = {
  ...board,
  series: { points: points.map(({ at }) => ({ at, now: nothing, before: null })), total: nothing },
  marks: [],
  forecast: { outcome: "too-little" },
} as unknown as Board;

/** Parts of the overview depend on the page around them. */
const Within = ({ dir, children }: { dir?: "rtl"; children: ReactNode }) => (
  <div className="overview" dir={dir}>
    {children}
  </div>
);

/** Parts of the overview: figures, a chart with its table, and filters. */
export const overviewSpecimens: readonly Specimen[] = [
  {
    of: "console/campaign/overview/heads.tsx",
    states: {
      filled: (
        <Within>
          <Heads board={board} />
        </Within>
      ),
      mirrored: (
        <Within dir="rtl">
          <Heads board={board} />
        </Within>
      ),
    },
  },
  {
    of: "console/campaign/overview/over-time.tsx",
    states: {
      filled: (
        <Within>
          <OverTime slug="sample" board={board} />
        </Within>
      ),
      mirrored: (
        <Within dir="rtl">
          <OverTime slug="sample" board={board} />
        </Within>
      ),
      empty: (
        <Within>
          <OverTime slug="sample" board={begun} />
        </Within>
      ),
    },
  },
  {
    of: "console/campaign/overview/forecast-part.tsx",
    states: {
      filled: (
        <Within>
          <ForecastPart board={board} />
        </Within>
      ),
      mirrored: (
        <Within dir="rtl">
          <ForecastPart board={board} />
        </Within>
      ),
      empty: (
        <Within>
          <ForecastPart board={begun} />
        </Within>
      ),
    },
  },
  {
    of: "console/campaign/overview/choices.tsx",
    states: {
      default: (
        <Within>
          <PeriodChoice period={{ step: "day", days: 7 }} />
          <ZoneChoice zone="UTC" zones={["UTC"]} refused={null} />
        </Within>
      ),
      error: (
        <Within>
          <ZoneChoice zone="UTC" zones={["UTC"]} refused="Nowhere" />
        </Within>
      ),
    },
  },
];
