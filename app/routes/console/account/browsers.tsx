import { ActionButton } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { AccountPage } from "./load.server.ts";

/** Lists earlier browsers, which still get codes when strangers ask for too many. */
export function Browsers({ page: { browsers } }: { page: AccountPage }) {
  const { account: say } = useWords().people;
  return (
    <section className="sheet">
      <h2>{say.browsers}</h2>
      <p className="muted">{say.browsersText}</p>
      {browsers.length === 0 && <p>{say.noBrowsers}</p>}
      <ul className="rows">
        {browsers.map(({ id, device, createdAt, usedAt }) => (
          <li key={id}>
            <div>
              <b>{device ?? say.unknownDevice}</b>
              <span className="muted">{say.browserTimes(writeMoment(createdAt), writeMoment(usedAt))}</span>
            </div>
            <div className="row-acts">
              <ActionButton intent="forget-browser" fields={{ browser: id }}>
                {say.forget}
              </ActionButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
