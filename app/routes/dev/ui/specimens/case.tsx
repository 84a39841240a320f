import { isDrawn, planCase } from "#app/domain/pages/case-plan.ts";
import { campaign, claims, page } from "#app/routes/dev/ui/sample.ts";
import { Asks } from "#app/ui/case/asks.tsx";
import { CheckUs } from "#app/ui/case/check-us.tsx";
import { Corrections } from "#app/ui/case/corrections.tsx";
import { Deadlines } from "#app/ui/case/deadlines.tsx";
import { Legend } from "#app/ui/case/legend.tsx";
import { OwnersLine } from "#app/ui/case/owners-line.tsx";
import { Picture } from "#app/ui/case/picture.tsx";
import { Said } from "#app/ui/case/said.tsx";
import { GrowthFigure, SceneSection } from "#app/ui/case/scene.tsx";
import { Section } from "#app/ui/case/section.tsx";
import { SignPanel } from "#app/ui/case/sign-panel.tsx";
import { UnlinkedMeaning } from "#app/ui/case/source-line.tsx";
import { Timeline } from "#app/ui/case/timeline.tsx";
import { Voices } from "#app/ui/case/voices.tsx";
import { WhoSigns } from "#app/ui/case/who-signs.tsx";
import type { Specimen } from "./specimen.ts";

const plan = planCase(claims);
const growth = claims.find((claim) => isDrawn(claim, "growth"));

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
  {
    of: "case/scene.tsx",
    states: {
      default: plan.scenes.map((scene, n) => (
        <SceneSection key={scene.id} scene={scene} number={n + 1} today="2026-12-01" />
      )),
      filled: growth && isDrawn(growth, "growth") && <GrowthFigure claim={growth} />,
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
  { of: "case/said.tsx", states: { default: <Said {...plan} /> } },
  { of: "case/asks.tsx", states: { default: <Asks claims={plan.asks} /> } },
  { of: "case/who-signs.tsx", states: { default: <WhoSigns {...page} /> } },
  { of: "case/check-us.tsx", states: { default: <CheckUs {...page} /> } },
  { of: "case/source-line.tsx", states: { default: <UnlinkedMeaning claims={claims} /> } },
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
  { of: "case/legend.tsx", states: { default: <Legend /> } },
  { of: "case/timeline.tsx", states: { default: <Timeline events={page.argument.timeline} /> } },
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
