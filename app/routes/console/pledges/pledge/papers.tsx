import type { Assessment } from "#app/domain/entries/pledges/co-filing/assess.ts";
import type { ReadPledge } from "#app/domain/entries/pledges/list/read-pledge.server.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { useLaw } from "#app/ui/console/law.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ErrorText } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

/** Records which proof of the holding an organizer has seen. Documents are not stored. */
export function Papers({ pledge, missing }: { pledge: ReadPledge; missing: boolean }) {
  const { pledgeList: words } = useWords();
  const { papers: say } = words.one;
  const { verification, verifiedAt, verifiedBy, status } = pledge;
  const levels = (Object.keys(say.levels) as (keyof typeof say.levels)[]).filter(
    (level) => level !== verification,
  );
  return (
    <section className="block" aria-labelledby="papers">
      <h2 id="papers">{say.heading}</h2>
      <p>
        {say.now}: <b>{words.verifications[verification]}</b>
      </p>
      {verifiedAt && <p className="small muted">{say.by(verifiedBy, writeMoment(verifiedAt))}</p>}
      {status === "active" || status === "flagged" ? (
        <Form method="post">
          <input type="hidden" name="intent" value="papers" />
          <input type="hidden" name="seen" value={verification} />
          <fieldset className={missing ? "plain-set choices tall field bad" : "plain-set choices tall field"}>
            <legend>{say.level}</legend>
            <ErrorText name="level" error={missing ? say.missing : undefined} />
            {levels.map((level, n) => (
              <label key={level}>
                <input
                  type="radio"
                  id={n === 0 ? "level" : undefined}
                  name="level"
                  value={level}
                  aria-describedby={missing ? "level-error" : undefined}
                  required
                />
                {say.levels[level]}
              </label>
            ))}
          </fieldset>
          <p className="small muted">{say.text}</p>
          <div className="act-row">
            <Button>{say.save}</Button>
          </div>
        </Form>
      ) : (
        <p className="small muted">{say.only}</p>
      )}
    </section>
  );
}

/** Says whether this holder alone may qualify to co-file, by what they said; nothing without a rule. */
export function MayCoFile({ assessment, company }: { assessment: Assessment; company: string }) {
  const { mayCoFile: say } = useWords().pledgeList.one;
  const locale = useLocale();
  const { rule } = useLaw(company);
  if (rule === null) return null;
  return (
    <div className="gap">
      <h3>{say.heading(rule)}</h3>
      <p>
        <b>{answerOf()}</b>
      </p>
      <p className="small muted">
        {assessment.outcome !== "cannot-tell" && `${say.basis} `}
        {assessment.checked ? say.checked : say.notChecked}
      </p>
    </div>
  );

  function answerOf(): string {
    const tierOf = ({ atLeast, years }: { atLeast: string; years: number }) =>
      say.tier(formatNumber(locale, BigInt(atLeast)), years);
    switch (assessment.outcome) {
      case "may-qualify-now":
        return say.now(tierOf(assessment.tier));
      case "may-qualify-from":
        return say.from(formatDate(locale, assessment.day), tierOf(assessment.tier));
      case "not-yet":
        return say.notYet(tierOf(assessment.tier));
      case "cannot-tell":
        return say.cannot[assessment.why];
    }
  }
}
