import type { Claim } from "#app/domain/campaigns/campaign.ts";
import { useWords } from "../locale.tsx";
import { NoteReference } from "./claim-block.tsx";

/** The case in the lines that its claims give for it, each with its kind and its note. Nothing where none gives one. */
export function Minute({ claims }: { claims: readonly Claim[] }) {
  const words = useWords().case;
  const told = claims.filter(({ brief }) => brief);
  if (told.length === 0) return null;
  return (
    <section className="minute" aria-labelledby="minute">
      <h2 id="minute">{words.minute}</h2>
      <ul>
        {told.map(({ number, kind, brief, language }) => (
          <li key={number} className={`of-${kind}`} lang={language}>
            <span className="kind">{words.kinds[kind].label}</span>{" "}
            <span className="line-of">
              {brief}
              <NoteReference number={number} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
