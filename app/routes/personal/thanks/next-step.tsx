import type { KnownStep } from "#app/domain/entries/known-path.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** `letterPath`: for people without shares. */
export type Next = { step: KnownStep; path: string; letterPath: string };

/** `isFirst`: it is what to do next on the page. */
type NextStepProps = { company: string; next: Next | null; isFirst: boolean };

/** Offers the next step; with a pledge, the letter for people without shares. */
export function NextStep({ company, next, isFirst }: NextStepProps) {
  const { thanks } = useWords().personal;
  if (!next) return null;
  const { heading, text, button } = thanks.next[next.step];
  return (
    <section className="steps">
      <h2>{heading}</h2>
      <p>{text(company)}</p>
      <p className="gap">
        <ButtonLink variant={isFirst ? "act" : "plain"} href={next.path}>
          {button}
        </ButtonLink>
      </p>
      {next.step === "pledge" && (
        <p className="gap">
          {thanks.withoutShares} <a href={next.letterPath}>{thanks.next.letter.button}</a>
        </p>
      )}
    </section>
  );
}
