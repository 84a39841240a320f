import { fundLetterParagraphs } from "#app/domain/entries/pledges/fund-letter.ts";
import { fundManagerAtMost } from "#app/domain/entries/pledges/pledge.ts";
import { TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type FormState, lineOf } from "./form-state.ts";

type FundActionProps = { company: string; state: FormState; name: string };

/** Offers a fund's holder what they can do: choose a voting policy, or send the filled-in letter. */
export function FundAction({ company, state, name }: FundActionProps) {
  const { fund } = useWords().pledge;
  const field = lineOf(state, "fund_manager");
  const manager = field.error ? null : field.defaultValue.trim() || null;
  return (
    <div className="fund">
      <p className="prose">{fund.explain(company)}</p>
      <h2>{fund.policyHeading}</h2>
      <p>{fund.policy}</p>
      <h2>{fund.writeHeading}</h2>
      <p>{fund.write}</p>
      <TextInput
        {...field}
        label={fund.manager}
        hint={fund.managerHint}
        maxLength={fundManagerAtMost}
        autoComplete="off"
        optional
      />
      <section className="letter-draft" aria-label={fund.letterLabel}>
        {fundLetterParagraphs(useLocale(), { company, manager, name }).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
    </div>
  );
}
