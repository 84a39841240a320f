import { campaign, claims, page } from "#app/routes/dev/ui/sample.ts";
import { Argument } from "#app/ui/case/argument.tsx";
import { ClaimBlock } from "#app/ui/case/claim-block.tsx";
import { Corrections } from "#app/ui/case/corrections.tsx";
import { Deadlines } from "#app/ui/case/deadlines.tsx";
import { FigureBars } from "#app/ui/case/figure-bars.tsx";
import { FigureTable } from "#app/ui/case/figure-table.tsx";
import { Legend } from "#app/ui/case/legend.tsx";
import { Minute } from "#app/ui/case/minute.tsx";
import { OwnersLine } from "#app/ui/case/owners-line.tsx";
import { Picture } from "#app/ui/case/picture.tsx";
import { Reasons } from "#app/ui/case/reasons.tsx";
import { Section } from "#app/ui/case/section.tsx";
import { SignPanel } from "#app/ui/case/sign-panel.tsx";
import { Timeline } from "#app/ui/case/timeline.tsx";
import { Voices } from "#app/ui/case/voices.tsx";
import type { Specimen } from "./specimen.ts";

const [first] = claims;

const drawing = {
  src: "/drawings/door-and-cabinets.svg",
  width: 920,
  height: 268,
  alt: "A house and three cabinets",
  credit: "Somebody",
  licence: "CC0",
};

/** The parts of a case. */
export const caseSpecimens: readonly Specimen[] = [
  { of: "case/minute.tsx", states: { default: <Minute claims={claims} /> } },
  {
    of: "case/figure-bars.tsx",
    states: {
      default: first?.picture?.kind === "growth" && <FigureBars claim={first} figure={first.picture} />,
    },
  },
  {
    of: "case/section.tsx",
    states: {
      default: (
        <Section id="one" number={1} heading="A part">
          {campaign.standfirst}
        </Section>
      ),
    },
  },
  {
    of: "case/claim-block.tsx",
    states: { default: claims.map((one) => <ClaimBlock key={one.number} claim={one} />) },
  },
  { of: "case/argument.tsx", states: { default: <Argument {...page} /> } },
  {
    of: "case/owners-line.tsx",
    states: {
      default: (
        <OwnersLine
          companies={campaign.companies.map((company) => ({ ...company, ownersLineUntil: "9999-12-31" }))}
          now={page.asOf}
          more="/"
        />
      ),
    },
  },
  { of: "case/deadlines.tsx", states: { default: <Deadlines deadlines={page.deadlines} /> } },
  {
    of: "case/picture.tsx",
    states: {
      default: <Picture picture={drawing} />,
      filled: <Picture picture={{ ...drawing, webp: `${drawing.src} 960w` }} />,
    },
  },
  { of: "case/voices.tsx", states: { default: <Voices reasons={page.reasons} /> } },
  {
    of: "case/figure-table.tsx",
    states: { default: first?.picture?.kind === "growth" && <FigureTable figure={first.picture} /> },
  },
  { of: "case/legend.tsx", states: { default: <Legend /> } },
  { of: "case/timeline.tsx", states: { default: <Timeline events={page.argument.timeline} /> } },
  { of: "case/reasons.tsx", states: { default: <Reasons {...page} /> } },
  {
    of: "case/corrections.tsx",
    states: {
      default: <Corrections {...page.argument} petition={campaign.petition} contact="sample@example.org" />,
      empty: <Corrections corrections={[]} petition={campaign.petition} contact={null} />,
    },
  },
  {
    of: "case/sign-panel.tsx",
    states: {
      default: <SignPanel {...page} />,
      closed: <SignPanel {...page} signing={{ outcome: "closed" }} />,
    },
  },
];
