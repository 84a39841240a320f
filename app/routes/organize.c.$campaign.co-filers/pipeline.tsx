import { Form, Link } from "@remix-run/react";
import { coFilerStates, stepsFrom } from "#app/domain/pledges/co-filer.ts";
import type { CoFiler } from "#app/domain/pledges/list-co-filers.server.ts";
import { Button } from "#app/ui/button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";

type PipelineProps = { slug: string; coFilers: readonly CoFiler[]; mayMove: boolean };

/** Who is how far, state after state, each person with the steps from there. */
export function Pipeline({ slug, coFilers, mayMove }: PipelineProps) {
  const { coFilers: say } = useWords().pledgeList;
  return (
    <div className="pipeline">
      {coFilerStates.map((state) => {
        const there = coFilers.filter((each) => each.state === state);
        return (
          <section key={state} aria-labelledby={state}>
            <div className="stage">
              <h2 id={state}>{say.states[state]}</h2>
              <p className="num muted">{there.length > 0 ? say.count(there.length) : say.nobody}</p>
              <p className="small muted">{say.means[state]}</p>
            </div>
            <ul>
              {there.map((each) => (
                <Row key={each.publicId} slug={slug} coFiler={each} mayMove={mayMove} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

type RowProps = { slug: string; coFiler: CoFiler; mayMove: boolean };

function Row({ slug, coFiler, mayMove }: RowProps) {
  const { pledgeList: words } = useWords();
  const { coFilers: say } = words;
  const { publicId, name, email, state, changedAt, holdingForm, verification } = coFiler;
  const held = coFiler.heldSinceMonth
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
        {[words.holdings[holdingForm], held].filter(Boolean).join(", ")}
        <span className="muted">
          {words.verifications[verification]}
          {changedAt && `, ${say.since(writeMoment(changedAt).slice(0, 10))}`}
        </span>
      </p>
      {mayMove && (
        <Form method="post" className="moves">
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
