import type { ReactNode } from "react";
import { useWords } from "#app/ui/locale.tsx";

/** Lists checks: a tick if passed, else an empty box. */
export function CheckList({ checks }: { checks: readonly { ok: boolean; text: ReactNode }[] }) {
  const { checks: say } = useWords().letterConsole.dispatches;
  return (
    <ul className="check-list">
      {checks.map(({ ok, text }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the checks are in a fixed order
        <li key={n} className="grid grid-cols-[18px_minmax(0,1fr)] gap-2 py-1 leading-5">
          <svg
            className={ok ? "ok mt-[3px]" : "not mt-[3px]"}
            width="16"
            height="14"
            viewBox="0 0 16 14"
            fill="none"
            aria-hidden="true"
          >
            {ok ? <path d="M1.5 7.5l4 4 8-10" /> : <rect x="1.5" y="1.5" width="11" height="11" />}
          </svg>
          <span>
            <span className="vh">{ok ? say.done : say.notDone}</span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
