import { useWords } from "../locale.tsx";

/** What the holder of a fund can do, with a text that one press selects. */
export function FundAction({ company }: { company: string }) {
  const { fund } = useWords().pledge;
  return (
    <div className="fund">
      <p className="prose">{fund.explain(company)}</p>
      <h2>{fund.policyHeading}</h2>
      <p>{fund.policy}</p>
      <h2>{fund.writeHeading}</h2>
      <p>{fund.write}</p>
      <section className="copy-text" aria-label={fund.letterLabel}>
        {fund.letter(company).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
    </div>
  );
}
