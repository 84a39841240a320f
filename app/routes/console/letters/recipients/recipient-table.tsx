import type { Recipient } from "#app/domain/campaign/recipients/recipient.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { writeDay } from "#app/ui/console/moment.tsx";
import { RecipientState } from "#app/ui/console/recipient-state.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

/** Lists a company's recipients, with who vouches for each. */
export function RecipientTable({ slug, recipients }: { slug: string; recipients: readonly Recipient[] }) {
  const { recipients: say } = useWords().letterConsole;
  const locale = useLocale();
  const { at: addressOf } = useCompanies();
  const { columns } = say;
  return (
    <table className="stick recipient-rows">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th>{columns.office}</th>
          <th>{columns.verified}</th>
          <th className="num wide">{columns.perDay}</th>
          <th className="num wide">{columns.dispatches}</th>
        </tr>
      </thead>
      <tbody>
        {recipients.map((recipient) => {
          const { publicId, name, email, verified, retiredAt, perDay, dispatches } = recipient;
          const { openedAt, isDefault } = recipient;
          const day = writeDay;
          return (
            <tr key={publicId}>
              <th scope="row">
                <Link to={addressOf(`/organize/c/${slug}/letters/recipients/${publicId}`)} className="name">
                  {name}
                </Link>
                <span className="small muted clip">{email}</span>
              </th>
              <td>
                <RecipientState recipient={recipient} />
                <span className="small muted beneath">
                  {retiredAt !== null
                    ? say.retiredOn(day(retiredAt))
                    : verified === null
                      ? say.receivesNothing
                      : say.verifiedBy(verified.by, day(verified.at))}
                </span>
                {openedAt !== null && (
                  <span className="small muted beneath">{isDefault ? say.isDefault : say.takesLetters}</span>
                )}
              </td>
              <td className="num wide">{perDay}</td>
              <td className="num wide">{formatNumber(locale, dispatches)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
