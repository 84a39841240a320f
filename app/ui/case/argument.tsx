import type { Claim, ClaimSection } from "#app/domain/campaign/campaign.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { ClaimBlock, UnlinkedMeaning } from "./claim-block.tsx";
import { Legend } from "./legend.tsx";
import { Section } from "./section.tsx";
import { Timeline } from "./timeline.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Statements that a phone shows unfolded; a part with more is folded. */
const shortAtMost = 2;

/** Shows the argument. A part without content is left out, and the others are numbered without it. */
export function Argument(page: CasePageData) {
  const { claims } = page.argument;
  const { sections, read, questions, legend } = useWords().case;
  const of = (section: ClaimSection) => claims.filter((claim) => claim.section === section);
  const open = claims.filter(({ openQuestion }) => openQuestion);
  const parts = [
    { id: "thesis", claims: of("thesis"), part: <Claims claims={of("thesis")} /> },
    { id: "people", claims: of("people"), part: <Claims claims={of("people")} /> },
    { id: "reported", claims: of("reported"), part: <Claims claims={of("reported")} /> },
    { id: "unknown", claims: open, part: <Unknown claims={open} />, fold: questions(open.length) },
    { id: "company", claims: of("company"), part: <Claims claims={of("company")} /> },
    { id: "before", claims: [...of("acted"), ...of("image")], part: <Before {...page} of={of} /> },
    { id: "matters", claims: of("matters"), part: <Claims claims={of("matters")} /> },
    { id: "ask", claims: of("ask"), part: <Ask page={page} claims={of("ask")} /> },
    { id: "conclusion", claims: of("conclusion"), part: <Claims claims={of("conclusion")} /> },
    { id: "method", claims, part: <Method {...page} />, fold: legend },
  ] as const;
  const { company, companies } = page.campaign;
  const sayers = sections.company(companies.length > 1 ? null : company);
  return parts
    .filter(({ claims }) => claims.length > 0)
    .map(({ id, claims, part, ...one }, i) => {
      const fold = "fold" in one ? one.fold : claims.length > shortAtMost ? read(claims.length) : undefined;
      const heading = id === "company" ? sayers : sections[id];
      return (
        <Section key={id} id={id} number={i + 1} heading={heading} fold={fold}>
          {part}
        </Section>
      );
    });
}

const Claims = ({ claims }: { claims: readonly Claim[] }) =>
  claims.map((claim) => <ClaimBlock key={claim.number} claim={claim} />);

/** What the statements leave open. */
function Unknown({ claims }: { claims: readonly Claim[] }) {
  const words = useWords().case;
  return (
    <ul className="open">
      {claims.map((claim) => (
        <li key={claim.number}>
          <span lang={claim.language}>
            <WithQuotes of={claim.openQuestion ?? ""} claim={claim} />
          </span>{" "}
          <InLanguage language={claim.language} />{" "}
          <a href={`#n${claim.number}`}>{words.note(claim.number)}</a>
        </li>
      ))}
    </ul>
  );
}

function Method({ campaign: { slug }, argument: { claims } }: CasePageData) {
  const { method } = useWords().case;
  const to = useLocalizedPath();
  return (
    <>
      <Legend />
      <UnlinkedMeaning claims={claims} />
      <p className="gap">
        <a href={to(`/c/${slug}/sources`)}>{method.toSources}</a>
      </p>
    </>
  );
}

function Before({ argument, of }: CasePageData & { of: (section: ClaimSection) => Claim[] }) {
  const { sections } = useWords().case;
  return (
    <>
      {argument.timeline.length > 0 && <Timeline events={argument.timeline} />}
      {of("acted").length > 0 && <h3 className="sub">{sections.acted}</h3>}
      <Claims claims={of("acted")} />
      {of("image").length > 0 && <h3 className="sub">{sections.image}</h3>}
      <Claims claims={of("image")} />
    </>
  );
}

function Ask({ page: { campaign }, claims }: { page: CasePageData; claims: readonly Claim[] }) {
  const { ask } = useWords().case;
  const to = useLocalizedPath();
  return (
    <>
      <Claims claims={claims} />
      <p className="gap">
        <a href={to(`/c/${campaign.slug}/petition`)}>{ask.petition(campaign.petition.version)}</a>
      </p>
    </>
  );
}
