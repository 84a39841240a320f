import type { CompanyHold } from "#app/domain/campaign/company/holds-company.server.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { useWords } from "#app/ui/locale.tsx";

type CompanyRowsProps = {
  companies: readonly { slug: string; name: string; holds: readonly CompanyHold[] }[];
  mayChange: boolean;
};

/** Lists companies in order, with the buttons that change it, and what keeps one in the campaign. */
export function CompanyRows({ companies, mayChange }: CompanyRowsProps) {
  const { companies: say } = useWords().meetings;
  return (
    <ol className="company-rows">
      {companies.map(({ slug, name, holds }, n) => (
        <li key={slug}>
          <div>
            <b>{name}</b>
            {n === 0 && companies.length > 1 && <span className="kind">{say.first}</span>}
            {companies.length > 1 && holds.length > 0 && (
              <p className="small muted">{say.held(holds.map((hold) => say.holds[hold]))}</p>
            )}
          </div>
          {mayChange && companies.length > 1 && (
            <div className="acts">
              {n > 0 && (
                <ActionButton intent="up" fields={{ company: slug }}>
                  {say.up(name)}
                </ActionButton>
              )}
              {holds.length === 0 && (
                <ActionButton intent="remove" fields={{ company: slug }}>
                  {say.remove(name)}
                </ActionButton>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
