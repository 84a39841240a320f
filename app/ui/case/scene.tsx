import type { Claim } from "#app/domain/campaign/campaign.ts";
import { type Drawn, isDrawn, type Scene } from "#app/domain/pages/case-plan.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { textParts } from "#app/ui/petition-text.tsx";
import { Days, useDaysSentence } from "./pictures/days.tsx";
import { Doors } from "./pictures/doors.tsx";
import { Growth, useDrawer } from "./pictures/growth.tsx";
import { Hundred } from "./pictures/hundred.tsx";
import { Section } from "./section.tsx";
import { SourceLine } from "./source-line.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Characters of a statement that is set large. */
const largeAtMost = 180;

/** Returns the heading of a scene: its picture's, else its section's. */
function useSceneHeading({ main, section }: Scene): string {
  const { sections } = useWords().case;
  const own = main?.picture && "heading" in main.picture ? main.picture.heading : null;
  return own ?? sections[section];
}

type SceneProps = { scene: Scene; number: number; today: string };

/** Shows one sentence, its picture, its source and limits; then what belongs to it. */
export function SceneSection({ scene, number, today }: SceneProps) {
  const heading = useSceneHeading(scene);
  const { main, told, people } = scene;
  const look = main && isDrawn(main, "days") ? "loud" : main && isDrawn(main, "doors") ? "with-doors" : "";
  return (
    <Section id={scene.id} heading={heading} number={number} look={look}>
      {main && isDrawn(main, "doors") ? (
        <div className="warrant">
          <Doors claim={main} />
          <div className="says">
            <Fact claim={main} />
            <Told claims={told} />
            <SourceLine claim={main} told={told} />
          </div>
        </div>
      ) : (
        <>
          {main && <Pictured claim={main} told={told} today={today} />}
          {!main && told.map((claim) => <Line key={claim.number} claim={claim} />)}
        </>
      )}
      {people.length > 0 && (
        <>
          <div className="people-named">
            {people.map((claim) => (
              <Person key={claim.number} claim={claim} />
            ))}
          </div>
          {people.map((claim) => (
            <SourceLine key={claim.number} claim={claim} of={claim.picture.name} />
          ))}
        </>
      )}
    </Section>
  );
}

function Pictured({ claim, told, today }: { claim: Claim; told: readonly Claim[]; today: string }) {
  return (
    <>
      {isDrawn(claim, "days") ? <DaysFact claim={claim} today={today} /> : <Fact claim={claim} />}
      {isDrawn(claim, "hundred") && <Hundred claim={claim} />}
      {isDrawn(claim, "days") && <Days claim={claim} today={today} />}
      {isDrawn(claim, "growth") && <GrowthFigure claim={claim} />}
      <Told claims={told} />
      {!isDrawn(claim, "growth") && <SourceLine claim={claim} told={told} />}
    </>
  );
}

/** Shows a growth with its source, as on the first screen. */
export function GrowthFigure({ claim }: { claim: Drawn<"growth"> }) {
  const drawer = useDrawer(claim);
  return (
    <figure className="growth">
      <Growth claim={claim} />
      <SourceLine claim={claim} note={drawer} />
    </figure>
  );
}

function DaysFact({ claim, today }: { claim: Drawn<"days">; today: string }) {
  const sentence = useDaysSentence(claim, today);
  return sentence ? (
    <p className="fact" lang={claim.language}>
      {sentence}
    </p>
  ) : (
    <Fact claim={claim} />
  );
}

/** Shows a statement's short line, or all of it. */
export function Fact({ claim, of: text = claim.brief ?? claim.text }: { claim: Claim; of?: string }) {
  return textParts(text).map((part) => {
    const one = "list" in part ? part.list.join("; ") : part.paragraph;
    return (
      <p className={one.length > largeAtMost ? "told" : "fact"} lang={claim.language} key={one}>
        <WithQuotes of={one} claim={claim} />
      </p>
    );
  });
}

export const Told = ({ claims }: { claims: readonly Claim[] }) =>
  claims.map((claim) => (
    <p className="told" lang={claim.language} key={claim.number}>
      <WithQuotes of={claim.brief ?? claim.text} claim={claim} />
    </p>
  ));

/** Shows a statement without a picture. */
export function Line({ claim }: { claim: Claim }) {
  return (
    <div className="line-told">
      <Fact claim={claim} />
      <SourceLine claim={claim} />
    </div>
  );
}

function Person({ claim }: { claim: Drawn<"person"> }) {
  const locale = useLocale();
  const { name, on } = claim.picture;
  return (
    <article>
      <h3>{name}</h3>
      <p className="day">{formatDate(locale, on)}</p>
      <Told claims={[claim]} />
    </article>
  );
}
