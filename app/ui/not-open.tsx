import type { Missing, Signing } from "#app/domain/campaign/campaign.ts";
import { useAnswerTitle } from "./answer-title.tsx";
import { useCameBack } from "./language.tsx";
import { useWords } from "./locale.tsx";

type NotOpenProps = { signing: Exclude<Signing, { outcome: "open" }> };

/** Says why nobody can sign: the petition is closed, or the page does not yet say who runs it. */
export function NotOpen({ signing }: NotOpenProps) {
  const { heading, text } = useNotOpenWords(signing);
  return (
    <div className="notice">
      <h3>{heading}</h3>
      <p>{text}</p>
      {signing.outcome === "not-open" && <MissingList missing={signing.missing} />}
    </div>
  );
}

/** Says the same on its own page, to people who sent the form. */
export function NotTaken({ signing }: NotOpenProps) {
  const { heading, text } = useNotOpenWords(signing);
  useAnswerTitle({ says: heading });
  return (
    <>
      <h1>{heading}</h1>
      <p className="standfirst">{text}</p>
      {signing.outcome === "not-open" && <MissingList missing={signing.missing} />}
    </>
  );
}

type EntryNotOpenProps = { of: "letter" | "pledge"; signing: Exclude<Signing, { outcome: "open" }> };

/** Says why no letter or pledge is taken now. */
export function EntryNotOpen({ of, signing }: EntryNotOpenProps) {
  const { closed, notOpen } = useWords()[of];
  const { heading, text } = signing.outcome === "closed" ? closed : notOpen;
  useAnswerTitle(useCameBack() ? { says: heading } : {});
  return (
    <div className="notice">
      <h2>{heading}</h2>
      <p>{text}</p>
      {signing.outcome === "not-open" && <MissingList missing={signing.missing} />}
    </div>
  );
}

function useNotOpenWords({ outcome }: NotOpenProps["signing"]) {
  const { closed, notOpen, preview } = useWords().sign.form;
  return { closed, "not-open": notOpen, preview }[outcome];
}

function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { notOpen } = useWords().sign.form;
  return (
    <ul>
      {missing.map((what) => (
        <li key={what}>{notOpen.missing[what]}</li>
      ))}
    </ul>
  );
}
