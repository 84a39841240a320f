import type { ListedLetter } from "#app/domain/entries/letters/list/letter-list.ts";
import { LetterStateLabel } from "#app/ui/console/entry-state.tsx";
import { clockTime } from "#app/ui/console/moment.tsx";
import { PeopleTable } from "#app/ui/console/people-table.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

type LetterTableProps = {
  slug: string;
  letters: readonly ListedLetter[];
  chooses: boolean;
  /** Public ids of those chosen in a returned form. */
  chosen?: readonly string[];
};

/** Lists letters under the day of writing. On phones the columns fold into the writer's. */
export function LetterTable({ slug, letters, chooses, chosen = [] }: LetterTableProps) {
  const { list: say } = useWords().letterConsole;
  const { columns } = say;
  return (
    <PeopleTable
      caption={say.caption}
      className="letter-rows stacked"
      columns={[
        { heading: columns.written, className: "wide w-24" },
        { heading: columns.name },
        { heading: columns.state, className: "state min-[760px]:w-34" },
        { heading: columns.template, className: "wide num w-28" },
        { heading: columns.nearest, className: "wide num w-28" },
        { heading: columns.more, className: "wide w-[24%]" },
        ...(chooses ? [{ heading: columns.choose, className: "text-end min-[760px]:w-18" }] : []),
      ]}
      rows={letters}
      keyOf={({ publicId }) => publicId}
      sentAt={({ writtenAt }) => writtenAt}
      rowOf={(letter) => (
        <LetterRow
          slug={slug}
          letter={letter}
          chooses={chooses}
          isChosen={chosen.includes(letter.publicId)}
        />
      )}
    />
  );
}

type LetterRowProps = { slug: string; letter: ListedLetter; chooses: boolean; isChosen: boolean };

function LetterRow({ slug, letter, chooses, isChosen }: LetterRowProps) {
  const { list: say, ...words } = useWords().letterConsole;
  const { publicId, writtenAt, name, email, country, state, templateSimilarity, nearestSimilarity } = letter;
  const share = (part: number | null) => (part === null ? "–" : say.share(part));
  const scored = templateSimilarity !== null && nearestSimilarity !== null;
  const more = [
    letter.toCompany,
    letter.heldReason && (words.reasons[letter.heldReason] ?? letter.heldReason),
    letter.dispatch !== null && say.inDispatch(letter.dispatch),
    letter.links > 0 && say.linksOf(letter.links),
    letter.role && words.roles[letter.role],
    letter.locale !== "en" && (words.languages[letter.locale] ?? letter.locale),
  ].filter(Boolean);
  const time = clockTime(writtenAt);
  const mayGo = state === "confirmed" && !letter.held && letter.dispatch === null;
  return (
    <tr>
      <td className="wide time">{time}</td>
      <th scope="row">
        <Link to={`/organize/c/${slug}/letters/${publicId}`} className="name">
          <bdi>{name}</bdi>
        </Link>
        <span className="small muted clip" title={email}>
          {country}, {email}
        </span>
        <span className="narrow small muted">{more.join(", ")}</span>
        <span className="narrow small muted">
          {scored ? say.alikeTo(share(templateSimilarity), share(nearestSimilarity)) : say.unscored}
        </span>
      </th>
      <td className="state">
        <LetterStateLabel state={state} />
        {letter.held && <span className="kind k-stop beneath">{words.held}</span>}
      </td>
      <td className="wide num">{share(templateSimilarity)}</td>
      <td className="wide num">{share(nearestSimilarity)}</td>
      <td className="wide muted">{more.join(", ")}</td>
      {chooses && (
        <td className="text-end">
          {mayGo && (
            <input
              type="checkbox"
              name="letters"
              value={publicId}
              aria-label={say.chooseOne(name)}
              defaultChecked={isChosen}
            />
          )}
        </td>
      )}
    </tr>
  );
}
