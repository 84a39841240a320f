import { type CoFilerState, stepsFrom } from "#app/domain/entries/pledges/co-filers/co-filer.ts";
import type {
  CoFiler,
  CoFilerPage,
  CoFilerPlace,
} from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { Button } from "#app/ui/button.tsx";
import { writeDay } from "#app/ui/console/moment.tsx";
import { Pager, type Side } from "#app/ui/console/page-links.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { type Place, placeAddress } from "./address.ts";

type PipelineProps = {
  slug: string;
  at: Pick<Place, "company" | "year">;
  /** Per state, over all pages. */
  counts: Record<CoFilerState, number>;
  lines: readonly (CoFilerPage & { state: CoFilerState })[];
  mayMove: boolean;
};

/** Lists co-filers by state, each person with the steps from there. */
export function Pipeline({ slug, at, counts, lines, mayMove }: PipelineProps) {
  const { coFilers: say } = useWords().pledgeList;
  const alone = lines.length === 1;
  return (
    <div className="pipeline">
      {lines.map(({ state, coFilers, newer, older }) => (
        <section key={state} aria-labelledby={state}>
          <div className="stage">
            <h2 id={state}>{say.states[state]}</h2>
            <p className="num muted">{counts[state] > 0 ? say.count(counts[state]) : say.nobody}</p>
            <p className="small muted">{say.means[state]}</p>
          </div>
          <div>
            <ul>
              {coFilers.map((each) => (
                <Row key={each.publicId} slug={slug} coFiler={each} mayMove={mayMove} />
              ))}
            </ul>
            {alone
              ? (newer || older) && (
                  <LinePager place={{ ...at, state }} rows={coFilers.length} ends={{ newer, older }} />
                )
              : newer && <Link to={placeAddress({ ...at, state })}>{say.all(counts[state])}</Link>}
          </div>
        </section>
      ))}
    </div>
  );
}

type LinePagerProps = { place: Partial<Place>; rows: number; ends: Record<Side, CoFilerPlace | null> };

function LinePager({ place, rows, ends }: LinePagerProps) {
  const idAt = (side: Side) => ends[side]?.publicId ?? null;
  return (
    <Pager
      newer={idAt("newer")}
      older={idAt("older")}
      rows={rows}
      addressOf={(side) => {
        const than = ends[side];
        return placeAddress({ ...place, cursor: than && { side, than } });
      }}
    />
  );
}

type RowProps = { slug: string; coFiler: CoFiler; mayMove: boolean };

function Row({ slug, coFiler, mayMove }: RowProps) {
  const { pledgeList: words } = useWords();
  const { coFilers: say } = words;
  const { publicId, name, email, state, changedAt, holdingForm, verification } = coFiler;
  const since = coFiler.heldSinceMonth
    ? say.heldSince(coFiler.heldSinceMonth)
    : coFiler.tenureBucket && say.heldFor[coFiler.tenureBucket];
  const { forward, back, decline } = stepsFrom(state);
  const steps = [
    { to: forward, label: say.forward[state] },
    { to: back, label: say.backward[state] },
    { to: decline, label: say.decline },
  ];
  return (
    <li>
      <div>
        <Link to={`/organize/c/${slug}/pledges/${publicId}`} className="name">
          {name}
        </Link>
        <p className="small muted">{email}</p>
      </div>
      <p className="small">
        {[words.holdings[holdingForm], since].filter(Boolean).join(", ")}
        <span className="muted">
          {words.verifications[verification]}
          {changedAt && `, ${say.since(writeDay(changedAt))}`}
        </span>
      </p>
      {mayMove && (
        <Form method="post" className="cluster">
          <input type="hidden" name="pledge" value={publicId} />
          <input type="hidden" name="from" value={state} />
          {steps.map(
            ({ to, label }) =>
              to && (
                <Button key={label} name="to" value={to} aria-label={say.who(label, name)}>
                  {label}
                </Button>
              ),
          )}
        </Form>
      )}
    </li>
  );
}
