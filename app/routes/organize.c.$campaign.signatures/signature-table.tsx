import { Fragment } from "react";
import type { SignatureState } from "#app/domain/signatures/signature.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type Listed = {
  publicId: string;
  signedAt: string;
  name: string;
  email: string;
  country: string;
  postalCode: string | null;
  state: SignatureState;
  source: string | null;
};

const looks: Record<SignatureState, string> = {
  pending: "kind k-wait",
  confirmed: "kind k-good",
  withdrawn: "kind",
  invalidated: "kind k-stop",
};

/** Signatures under the day they were signed on. On phones the columns fold into the name's. */
export function SignatureTable({ signatures }: { signatures: readonly Listed[] }) {
  const { signatures: say } = useWords().organize;
  const { columns } = say;
  return (
    <table className="stick people">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th className="wide">{columns.signed}</th>
          <th>{columns.name}</th>
          <th className="wide">{columns.email}</th>
          <th className="wide">{columns.place}</th>
          <th className="state">{columns.state}</th>
          <th className="wide">{columns.source}</th>
        </tr>
      </thead>
      <tbody>
        {signatures.map((signature, n) => (
          <Fragment key={signature.publicId}>
            {dayOf(signature) !== (n > 0 ? dayOf(signatures[n - 1]) : null) && (
              <DayRow day={dayOf(signature)} />
            )}
            <SignatureRow signature={signature} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

const dayOf = (signature: Listed | undefined) => signature?.signedAt.slice(0, 10) ?? "";

function DayRow({ day }: { day: string }) {
  const locale = useLocale();
  return (
    <tr className="day">
      <th colSpan={6} scope="rowgroup">
        <time dateTime={day}>{formatDate(locale, day)}</time>
      </th>
    </tr>
  );
}

function SignatureRow({ signature }: { signature: Listed }) {
  const { signatures: say } = useWords().organize;
  const { name, email, country, postalCode, state, source, signedAt } = signature;
  const place = [country, postalCode].filter(Boolean).join(" ");
  const time = signedAt.slice(11, 19);
  return (
    <tr>
      <td className="wide time">{time}</td>
      <th scope="row">
        <span className="name">{name}</span>
        <span className="narrow small muted">{email}</span>
        <span className="narrow small muted">{[place, source].filter(Boolean).join(", ")}</span>
      </th>
      <td className="wide">
        <span className="clip" title={email}>
          {email}
        </span>
      </td>
      <td className="wide place">{place}</td>
      <td className="state">
        <span className={looks[state]}>{say.states[state]}</span>
        <span className="narrow small muted">{time.slice(0, 5)}</span>
      </td>
      <td className="wide">
        <span className="clip">{source}</span>
      </td>
    </tr>
  );
}
