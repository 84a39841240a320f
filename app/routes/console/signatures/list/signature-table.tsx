import type { SignatureState } from "#app/domain/entries/signatures/signature.ts";
import { clockTime, writeClock } from "#app/ui/console/moment.tsx";
import { PeopleTable } from "#app/ui/console/people-table.tsx";
import { useWords } from "#app/ui/locale.tsx";

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

const classOf: Record<SignatureState, string> = {
  pending: "kind k-wait",
  confirmed: "kind k-good",
  withdrawn: "kind",
  invalidated: "kind k-stop",
  imported: "kind",
  quarantined: "kind k-wait",
};

/** Lists signatures under the day of signing. On phones the columns fold into the name's. */
export function SignatureTable({ signatures }: { signatures: readonly Listed[] }) {
  const { signatures: say } = useWords().organize;
  const { columns } = say;
  return (
    <PeopleTable
      caption={say.caption}
      columns={[
        { heading: columns.signed, className: "wide w-30" },
        { heading: columns.name },
        { heading: columns.email, className: "wide w-[36%]" },
        { heading: columns.place, className: "wide w-24" },
        { heading: columns.state, className: "state min-[760px]:w-28" },
        { heading: columns.source, className: "wide w-26" },
      ]}
      rows={signatures}
      keyOf={({ publicId }) => publicId}
      sentAt={({ signedAt }) => signedAt}
      rowOf={(signature) => <SignatureRow signature={signature} />}
    />
  );
}

function SignatureRow({ signature }: { signature: Listed }) {
  const { signatures: say } = useWords().organize;
  const { name, email, country, postalCode, state, source, signedAt } = signature;
  const place = [country, postalCode].filter(Boolean).join(" ");
  const time = writeClock(signedAt);
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
      <td className="wide">{place}</td>
      <td className="state">
        <span className={classOf[state]}>{say.states[state]}</span>
        <span className="narrow small muted">{clockTime(signedAt)}</span>
      </td>
      <td className="wide">
        <span className="clip">{source}</span>
      </td>
    </tr>
  );
}
